/**
 * When it is an id's turn in a period that comes again and again, not before `earliest`: at the
 * same place of each period, in every process and after every restart. Ids are spread evenly over
 * it.
 */
export function ownTurn(id: string, periodMs: number, earliest: Date): Date {
  const offset = Array.from(id).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % periodMs,
    0,
  );
  const turn = Math.floor(earliest.getTime() / periodMs) * periodMs + offset;
  return new Date(turn < earliest.getTime() ? turn + periodMs : turn);
}
