import { guestIdOf } from "./guest-id";
import { type Viewer } from "./viewer";

/** Of keys whose owner nobody noted: they are everybody's. */
export const ANYBODY = "ANYBODY";

/** Of keys of callers who named nobody. */
export const NOBODY = "NOBODY";

/**
 * Whose an idempotency key is, within its branch: two owners may choose the same one, each for an
 * order of their own. The API keys that work on a branch are all its restaurant's, so that one
 * which replaces another goes on where that one ended; a guest is known by the phone, not by the
 * token; and whoever names nobody is nobody.
 */
export function keyOwnerOf(viewer: Viewer): string {
  if (viewer.kind === "key") return "RESTAURANT";
  return viewer.kind === "customer" ? `GUEST ${guestIdOf(viewer, viewer.phone)}` : NOBODY;
}
