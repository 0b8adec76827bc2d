import { type DocumentNode } from "graphql";

import { LeastRecentlyUsed } from "./least-recently-used";

/**
 * Measured with graphql 16.15: a one-letter field takes 490 bytes including its token, a number in
 * a list 240.
 */
const BYTES_PER_TOKEN = 500;
const BYTES_PER_CHARACTER = 2;

/**
 * Upper bound in bytes on the memory of a parsed document: its text, including comments, and the
 * tree built from it.
 */
export function weightOfDocument(document: DocumentNode): number {
  return (
    tokensOf(document) * BYTES_PER_TOKEN +
    (document.loc?.source.body.length ?? 0) * BYTES_PER_CHARACTER
  );
}

/** Number of tokens in a document (words, names and punctuation), including its comments. */
export function tokensOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return tokens;
}

/** Valid documents that are already parsed, limited to this many bytes. */
export function keptDocuments(maxBytes: number): LeastRecentlyUsed<DocumentNode> {
  return new LeastRecentlyUsed(maxBytes, weightOfDocument);
}
