/**
 * Returns when an id's turn comes in a recurring period, not before `earliest`: at the same offset
 * in each period, in every process and after every restart. Ids are spread evenly over the period.
 */
export function ownTurn(id: string, periodMs: number, earliest: Date): Date {
  const offset = Array.from(id).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % periodMs,
    0,
  );
  const turn = Math.floor(earliest.getTime() / periodMs) * periodMs + offset;
  return new Date(turn < earliest.getTime() ? turn + periodMs : turn);
}
