/**
 * Splits a text into parts of at most `longest` UTF-16 units, cut between lines where possible.
 * Only the line breaks at a cut are left out.
 */
export function partsOfText(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const end = endOfPart(rest, longest);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n+/, "");
  }
  return [...parts, rest];
}

function endOfPart(text: string, longest: number): number {
  const lineEnd = text.lastIndexOf("\n", longest);
  if (lineEnd > 0) return lineEnd;
  // A character outside the basic plane has two units, and must not be split.
  return /[\uD800-\uDBFF]/.test(text.charAt(longest - 1)) ? longest - 1 : longest;
}
