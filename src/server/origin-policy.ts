import { type IncomingHttpHeaders } from "node:http";

import { isLocalOrigin, originOf } from "./origin";

/**
 * What browsers say in Sec-Fetch-Site of requests that pages of other sites or hosts have them
 * send.
 */
const FROM_ELSEWHERE: ReadonlySet<unknown> = new Set(["cross-site", "same-site"]);

/**
 * Which origins may use the gateway from a browser or an app: the listed ones, and pages of its own
 * host.
 */
export class OriginPolicy {
  private readonly allowed: ReadonlySet<string | undefined>;

  /**
   * @param allowedOrigins in any spelling that `originOf` reads
   * @param local may pages of the user's own machine, as development servers have them, on whatever
   * port?
   * @param isListedToo is an origin listed elsewhere, in the spelling of `originOf`?
   */
  constructor(
    allowedOrigins: readonly string[],
    private readonly local = false,
    private readonly isListedToo: (origin: string) => boolean = () => false,
  ) {
    this.allowed = new Set(allowedOrigins.map(originOf));
  }

  isListed(origin: string): boolean {
    const known = originOf(origin);
    if (known === undefined) return false;
    if (this.allowed.has(known) || (this.local && isLocalOrigin(known))) return true;
    return this.isListedToo(known);
  }

  /**
   * For WebSocket upgrades, which browsers let any page make, and event streams. No Origin means
   * that no browser is involved.
   */
  permitsUpgrade(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || this.isListed(origin)) return true;
    const known = originOf(origin);
    // The host by the rules of the page's scheme: `pizza.example:443` is the host of
    // `https://pizza.example`.
    const [scheme] = /^https?:/.exec(known ?? "") ?? [];
    return scheme !== undefined && known === originOf(`${scheme}//${host}`);
  }

  /**
   * Has a browser been made to send this by a page that is not told the answer, and not named?
   * Browsers name the origin of whoever is to read an answer, but not for a GET with `mode:
   * "no-cors"`, an image or a frame.
   */
  isHidden({ origin, "sec-fetch-site": site }: IncomingHttpHeaders): boolean {
    return origin === undefined && FROM_ELSEWHERE.has(site);
  }
}
