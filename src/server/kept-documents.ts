import { type DocumentNode } from "graphql";

import { LeastRecentlyUsed } from "./least-recently-used";

/**
 * Measured with graphql 16.15: a field of one letter takes 490 bytes, its token among them, a
 * number in a list 240.
 */
const BYTES_PER_TOKEN = 500;
const BYTES_PER_CHARACTER = 2;

/**
 * The memory that a parsed document takes, in bytes, at most: its text, comments as well, and the
 * tree made of it.
 */
export function weightOfDocument(document: DocumentNode): number {
  return (
    tokensOf(document) * BYTES_PER_TOKEN +
    (document.loc?.source.body.length ?? 0) * BYTES_PER_CHARACTER
  );
}

/** How many words, names and signs a document has, its comments as well. */
export function tokensOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) tokens += 1;
  return tokens;
}

/** Valid documents that were parsed already, at most so many bytes of them. */
export function keptDocuments(maxBytes: number): LeastRecentlyUsed<DocumentNode> {
  return new LeastRecentlyUsed(maxBytes, weightOfDocument);
}
