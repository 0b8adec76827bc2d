/** What is known of whether a branch's till answers. */
export interface TillWatch {
  /** It has answered once: of a till that never did the key may simply not be told. */
  readonly known: boolean;
  /** Answers in a row, the last one included; 0: the last one was none. */
  readonly answers: number;
  /** The same of silences. */
  readonly silences: number;
  /** Since when orders as soon as possible are paused; null: they are not. */
  readonly silentSince: Date | null;
}

export const UNWATCHED: TillWatch = { known: false, answers: 0, silences: 0, silentSince: null };

/** One look may be wrong; two say the same. */
const ENOUGH = 2;

/** What follows from a look at the till. */
export function afterLook(before: TillWatch, answered: boolean, now: Date): TillWatch {
  const known = before.known || answered;
  const answers = answered ? before.answers + 1 : 0;
  const silences = answered || !known ? 0 : before.silences + 1;
  const isSilent = before.silentSince === null ? silences >= ENOUGH : answers < ENOUGH;
  return { known, answers, silences, silentSince: isSilent ? (before.silentSince ?? now) : null };
}
