import { createHash } from "node:crypto";

/**
 * What a cache keeps a value by. Only `cacheKey` makes one, so that no text of a caller's becomes a
 * key as it is.
 */
export type CacheKey = string & { readonly isHash: true };

/**
 * A short key for texts of any length: the same for the same texts in the same order, and for no
 * others, however they are cut and whatever they contain.
 */
export function cacheKey(...texts: readonly (string | null | undefined)[]): CacheKey {
  const hash = createHash("sha256");
  for (const text of texts) {
    // With its length in front no text reads as the end of another; null is no text, "" is one.
    hash.update(text === null || text === undefined ? "-" : `${text.length}:`);
    // In UTF-16, because UTF-8 writes all lone surrogates alike.
    if (text) hash.update(text, "utf16le");
  }
  return hash.digest("base64url") as CacheKey;
}
