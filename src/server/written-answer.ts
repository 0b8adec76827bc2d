/** An answer as JSON that may be sent to many clients. */
export class WrittenAnswer {
  private encoded: Buffer | undefined;

  constructor(readonly json: string) {}

  /** Encoded on first use and shared by everyone. */
  get bytes(): Buffer {
    this.encoded ??= Buffer.from(this.json);
    return this.encoded;
  }
}
