/** Which browser origins may use the gateway: the listed ones, and pages of its own host. */
export class OriginPolicy {
  private readonly allowed: ReadonlySet<string>;

  /** @param allowedOrigins exact origins, as browsers send them: `https://pizza.example` */
  constructor(allowedOrigins: readonly string[]) {
    this.allowed = new Set(allowedOrigins);
  }

  isListed(origin: string): boolean {
    return this.allowed.has(origin);
  }

  /** For WebSocket upgrades, which browsers let any page make, and event streams. No Origin means that no browser is involved. */
  permitsUpgrade(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || this.isListed(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
  }
}
