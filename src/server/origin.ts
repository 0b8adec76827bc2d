/**
 * An origin may be anything that opens a page or an app: `https://pizza.example`,
 * `capacitor://localhost`, `file://`.
 */
const WRITTEN = /^[a-z][a-z0-9+.-]*:\/\/[^\s*]*$/i;
/** Schemes from which no page or app is ever opened. */
const NEVER_OPENED = new Set(["ws:", "wss:", "ftp:", "data:", "javascript:", "blob:", "about:"]);

/**
 * What a browser sends as the origin of a page without one: in a sandboxed frame, from a `data:`
 * URL, from a disk.
 */
export const NO_ORIGIN = "null";

/**
 * Normalises an origin for comparison: scheme and host in lower case, names in Punycode, without
 * the default port of its scheme (which React Native sends), without the trailing dot of a full
 * host name, without a trailing slash.
 *
 * @param text as written by a browser, an app or a person
 * @returns undefined if it is not an origin: it has a path, a user, a wildcard or no host
 */
export function originOf(text: string): string | undefined {
  if (text === NO_ORIGIN) return NO_ORIGIN;
  if (!WRITTEN.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, username, hostname, port, pathname, search, hash } = new URL(text);
  if (username || search || hash || !["", "/"].includes(pathname) || NEVER_OPENED.has(protocol))
    return undefined;
  if (protocol === "file:") return hostname === "" ? "file://" : undefined;
  if (hostname === "") return undefined;
  const host = hostname.toLowerCase().replace(/(?<=[^.])\.$/, "");
  return `${protocol}//${host}${port === "" ? "" : `:${port}`}`;
}

/** Whether the host name refers to the machine itself. */
export function isLoopback(host: string): boolean {
  return (
    ["localhost", "[::1]", "::1"].includes(host.toLowerCase()) || /^127(?:\.\d{1,3}){3}$/.test(host)
  );
}

/**
 * Whether a page or an app is served by its user's own machine. @param origin as returned by
 * `originOf`
 */
export function isLocalOrigin(origin: string): boolean {
  if (origin === NO_ORIGIN) return false;
  const { hostname } = new URL(origin);
  return isLoopback(hostname) || hostname.endsWith(".localhost");
}
