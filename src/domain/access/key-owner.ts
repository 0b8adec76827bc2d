import { guestIdOf } from "./guest-id";
import { type Viewer } from "./viewer";

/** Owner of keys whose owner was not recorded: anyone may use them. */
export const ANYBODY = "ANYBODY";

/** Owner of keys from callers that named nobody. */
export const NOBODY = "NOBODY";

/**
 * Returns the owner of an idempotency key within its branch: two owners may choose the same key,
 * each for a separate order. All API keys that work on a branch belong to its restaurant, so that a
 * key that replaces another continues where that one ended. A guest is identified by the phone, not
 * by the token, and a caller that names nobody is nobody.
 */
export function keyOwnerOf(viewer: Viewer): string {
  if (viewer.kind === "key") return "RESTAURANT";
  return viewer.kind === "customer" ? `GUEST ${guestIdOf(viewer, viewer.phone)}` : NOBODY;
}
