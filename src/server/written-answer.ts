/** An answer as JSON, which may be sent to many. */
export class WrittenAnswer {
  private encoded: Buffer | undefined;

  constructor(readonly json: string) {}

  /** Made for the first who asks, and the same for all. */
  get bytes(): Buffer {
    this.encoded ??= Buffer.from(this.json);
    return this.encoded;
  }
}
