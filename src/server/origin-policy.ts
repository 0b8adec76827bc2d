import { type IncomingHttpHeaders } from "node:http";

import { isLocalOrigin, originOf } from "./origin";

/**
 * The Sec-Fetch-Site values that browsers send with requests made by pages of other sites or hosts.
 */
const FROM_ELSEWHERE: ReadonlySet<unknown> = new Set(["cross-site", "same-site"]);

/**
 * Which origins may use the gateway from a browser or an app: the listed ones and pages of the
 * gateway's own host.
 */
export class OriginPolicy {
  private readonly allowed: ReadonlySet<string | undefined>;

  /**
   * @param allowedOrigins in any spelling that `originOf` accepts
   * @param local whether pages on the user's own machine, such as those of development servers, are
   *   permitted on any port
   * @param isListedToo whether an origin, as spelled by `originOf`, is listed elsewhere
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
   * For event streams and for WebSocket upgrades, which browsers let any page make. Without an
   * Origin no browser is involved.
   */
  permitsUpgrade(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || this.isListed(origin)) return true;
    const known = originOf(origin);
    // The host according to the rules of the page's scheme: `pizza.example:443` is the host of
    // `https://pizza.example`.
    const [scheme] = /^https?:/.exec(known ?? "") ?? [];
    return scheme !== undefined && known === originOf(`${scheme}//${host}`);
  }

  /**
   * Whether a page that cannot read the answer, and is not named, made a browser send this request.
   * Browsers name the origin of the page that reads an answer, but not for a GET with `mode:
   * "no-cors"`, an image or a frame.
   */
  isHidden({ origin, "sec-fetch-site": site }: IncomingHttpHeaders): boolean {
    return origin === undefined && FROM_ELSEWHERE.has(site);
  }
}
