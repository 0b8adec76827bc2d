/** One thing without which a process cannot do its work, and should not be sent any. */
export interface ReadinessPart {
  /** As `/readyz` and the metrics call it. */
  readonly name: string;
  /** For how long it has not worked. */
  readonly workedMsAgo: number;
  /**
   * What is wrong with it, in words for everybody; null: nothing. A rejection counts as no answer.
   * Quick and cheap.
   */
  whyNot(): string | null | Promise<string | null>;
}
