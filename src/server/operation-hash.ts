import { createHash } from "node:crypto";

/** The same for the same operation of the same document, and for no other: a key that is short however long they are. */
export function operationHash(document: string, operationName: string | null | undefined): string {
  const name = operationName ?? "";
  // With its length in front no name and document together read as another name and document.
  return createHash("sha256").update(`${name.length} ${name}`).update(document).digest("base64url");
}
