type Piece = { readonly text: string } | { readonly value: unknown };

/** Serialises a JSON value however deeply it is nested. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    // JSON.stringify gives up after several thousand levels.
    return textOfDeep(value);
  }
}

/** Works without recursion, at a hundred times the cost. */
function textOfDeep(value: unknown): string {
  const written: string[] = [];
  const left: Piece[] = [{ value }];
  for (let next = left.pop(); next; next = left.pop()) {
    if ("text" in next) written.push(next.text);
    else for (const piece of piecesOf(next.value).reverse()) left.push(piece);
  }
  return written.join("");
}

function piecesOf(value: unknown): Piece[] {
  if (typeof value !== "object" || value === null)
    return [{ text: JSON.stringify(value) ?? "null" }];
  if (Array.isArray(value)) {
    return [
      { text: "[" },
      ...value.flatMap((entry: unknown, index): Piece[] => [
        { text: index > 0 ? "," : "" },
        { value: entry },
      ]),
      { text: "]" },
    ];
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const named = fields.flatMap(([name, field], index) => [
    { text: `${index > 0 ? "," : ""}${JSON.stringify(name)}:` },
    { value: field as unknown },
  ]);
  return [{ text: "{" }, ...named, { text: "}" }];
}
