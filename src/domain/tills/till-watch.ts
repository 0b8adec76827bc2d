/** What is known about whether a branch's till answers. */
export interface TillWatch {
  /**
   * The till has answered at least once; if it never has, the key may simply not be allowed to see
   * it.
   */
  readonly known: boolean;
  /** Consecutive answers, including the latest; 0: the latest probe got none. */
  readonly answers: number;
  /** Consecutive silences, counted the same way. */
  readonly silences: number;
  /** Since when orders for as soon as possible have been paused; null: they are not. */
  readonly silentSince: Date | null;
}

export const UNWATCHED: TillWatch = { known: false, answers: 0, silences: 0, silentSince: null };

/** A single probe may be wrong; two that agree are trusted. */
const ENOUGH = 2;

/** Returns the state that follows from one probe of the till. */
export function afterLook(before: TillWatch, answered: boolean, now: Date): TillWatch {
  const known = before.known || answered;
  const answers = answered ? before.answers + 1 : 0;
  const silences = answered || !known ? 0 : before.silences + 1;
  const isSilent = before.silentSince === null ? silences >= ENOUGH : answers < ENOUGH;
  return { known, answers, silences, silentSince: isSilent ? (before.silentSince ?? now) : null };
}
