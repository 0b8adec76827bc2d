type Piece = { readonly text: string } | { readonly value: unknown };

/** JSON of a JSON value however deep it is. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    // It gives up after some thousand levels.
    return textOfDeep(value);
  }
}

/** Without recursion, at a hundred times the price. */
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
