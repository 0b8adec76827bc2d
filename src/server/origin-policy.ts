import { isLocalOrigin, originOf } from "./origin";

/** Which origins may use the gateway from a browser or an app: the listed ones, and pages of its own host. */
export class OriginPolicy {
  private readonly allowed: ReadonlySet<string | undefined>;

  /**
   * @param allowedOrigins in any spelling that `originOf` reads
   * @param local may pages of the user's own machine, as development servers have them, on whatever port?
   */
  constructor(
    allowedOrigins: readonly string[],
    private readonly local = false,
  ) {
    this.allowed = new Set(allowedOrigins.map(originOf));
  }

  isListed(origin: string): boolean {
    const known = originOf(origin);
    if (known === undefined) return false;
    return this.allowed.has(known) || (this.local && isLocalOrigin(known));
  }

  /** For WebSocket upgrades, which browsers let any page make, and event streams. No Origin means that no browser is involved. */
  permitsUpgrade(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || this.isListed(origin)) return true;
    const known = originOf(origin);
    // The host by the rules of the page's scheme: `pizza.example:443` is the host of `https://pizza.example`.
    const [scheme] = /^https?:/.exec(known ?? "") ?? [];
    return scheme !== undefined && known === originOf(`${scheme}//${host}`);
  }
}
