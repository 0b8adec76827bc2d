/**
 * The characters of e-mail addresses, tokens, keys and links; a quotation mark ends each of them.
 */
const OF_WORDS = /[!#-~]/;
const OF_PHONES = /[\d\s()+-]/;

/** Returns at most `limit` characters, without cutting an emoji in half. */
export function beginning(text: string, limit: number): string {
  const cut = text.slice(0, limit);
  const last = cut.charCodeAt(cut.length - 1);
  // The first half of a pair would be printed as garbage.
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/**
 * The same for texts whose secrets are hidden afterwards: no phone, e-mail address, token or key is
 * cut in half, because half of one would not be recognised. A longer text that is a single word
 * yields nothing.
 */
export function cutBetweenWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit;
  while (end > 0 && belongTogether(text.charAt(end - 1), text.charAt(end))) end -= 1;
  return beginning(text, end);
}

function belongTogether(one: string, next: string): boolean {
  return [OF_WORDS, OF_PHONES].some((signs) => signs.test(one) && signs.test(next));
}
