/** Something without which a process cannot do its work and should not be sent any. */
export interface ReadinessPart {
  /** The name that `/readyz` and the metrics use for it. */
  readonly name: string;
  /** How long ago it last worked. */
  readonly workedMsAgo: number;
  /**
   * What is wrong with it, in words for everyone; null: nothing. A rejection counts as no answer.
   * Quick and cheap.
   */
  whyNot(): string | null | Promise<string | null>;
}
