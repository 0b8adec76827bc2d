/** iiko's lifetime of a token. */
const USUAL_LIFETIME_MS = 3_600_000;
/**
 * A token that is almost over when it comes is a sign of a wrong clock: used up too early, it would
 * mean login upon login.
 */
const SHORTEST_LIFETIME_MS = 180_000;

/**
 * Milliseconds that a new token lives: as written in it, or iiko's usual hour when it is not a
 * readable JWT.
 */
export function readTokenLifetimeMs(token: string, now: Date): number {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"),
    );
    const expiry =
      typeof claims === "object" && claims !== null && "exp" in claims ? claims.exp : undefined;
    return typeof expiry === "number"
      ? Math.max(SHORTEST_LIFETIME_MS, expiry * 1000 - now.getTime())
      : USUAL_LIFETIME_MS;
  } catch {
    return USUAL_LIFETIME_MS;
  }
}
