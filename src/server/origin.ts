/**
 * Anything that opens a page or an app may be an origin: `https://pizza.example`,
 * `capacitor://localhost`, `file://`.
 */
const WRITTEN = /^[a-z][a-z0-9+.-]*:\/\/[^\s*]*$/i;
/** Nothing is ever opened from them. */
const NEVER_OPENED = new Set(["ws:", "wss:", "ftp:", "data:", "javascript:", "blob:", "about:"]);

/**
 * What a browser calls the origin of a page that has none: in a sandboxed frame, from a `data:`
 * address, from a disk.
 */
export const NO_ORIGIN = "null";

/**
 * An origin as it is compared: scheme and host in lower case, names in Punycode, without the
 * default port of its scheme (React Native sends it), without the dot that ends a full host name,
 * without a slash at the end.
 *
 * @param text as a browser, an app or a person writes it
 * @returns undefined when it is no origin: it has a path, a user, a wildcard or no host
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

/** Does the host name mean the machine itself? */
export function isLoopback(host: string): boolean {
  return (
    ["localhost", "[::1]", "::1"].includes(host.toLowerCase()) || /^127(?:\.\d{1,3}){3}$/.test(host)
  );
}

/**
 * Is a page or an app served by the machine that its user sits at? @param origin as `originOf`
 * gives it
 */
export function isLocalOrigin(origin: string): boolean {
  if (origin === NO_ORIGIN) return false;
  const { hostname } = new URL(origin);
  return isLoopback(hostname) || hostname.endsWith(".localhost");
}
