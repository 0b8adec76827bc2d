/** A text as searches compare it: whatever its case; ё and е are one letter, as guests type them. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}

/** Tells of folded texts whether they contain every word of `search`, in any order, whole or in part. */
export function searchFor(search: string): (foldedText: string) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return (foldedText) => words.every((word) => foldedText.includes(word));
}
