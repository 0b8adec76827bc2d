/** What sites send by habit and a kitchen printer shows as rubbish: tags, entities, line breaks, control characters. */
export function cleanText(text: string | null): string {
  return (text ?? "")
    .replace(/<[a-z/!][^>]*>/gi, " ")
    .replace(/&nbsp;/gi, " ")
    .replace(/&quot;/gi, '"')
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&amp;/gi, "&")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/** At most `limit` code points, so that no emoji is cut in half; undefined when nothing is left. */
export function fit(text: string | null, limit: number): string | undefined {
  const points = [...cleanText(text)];
  return points.length === 0 ? undefined : points.slice(0, limit).join("").trim();
}
