/** Whether `text` contains `search`, whatever the case; ё and е are one letter, as guests type them. */
export function matchesSearch(text: string, search: string): boolean {
  return folded(text).includes(folded(search.trim()));
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
