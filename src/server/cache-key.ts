import { createHash } from "node:crypto";

/**
 * The key of a cached value. Only `cacheKey` creates one, so a caller's text never becomes a key
 * unhashed.
 */
export type CacheKey = string & { readonly isHash: true };

/**
 * A short key for texts of any length: equal for the same texts in the same order and for no
 * others, however they are split and whatever they contain.
 */
export function cacheKey(...texts: readonly (string | null | undefined)[]): CacheKey {
  const hash = createHash("sha256");
  for (const text of texts) {
    // The length prefix keeps a text from being read as the end of another; null means no text, ""
    // is one.
    hash.update(text === null || text === undefined ? "-" : `${text.length}:`);
    // UTF-16, because UTF-8 encodes all lone surrogates identically.
    if (text) hash.update(text, "utf16le");
  }
  return hash.digest("base64url") as CacheKey;
}
