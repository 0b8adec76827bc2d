/** Counts characters the way people and Postgres do: an emoji is one. */
export function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > 2 * max || Array.from(text).length > max);
}
