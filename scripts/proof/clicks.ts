const KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";
const SLOT_MS = 30 * 60_000;
/** Another order holds the same points just now, or the branch takes none for a moment. */
const COME_AGAIN = new Set(["CONFLICT", "BRANCH_NOT_ACCEPTING"]);

/** What a guest sends to createOrder. */
export interface Basket {
  readonly idempotencyKey: string;
  readonly promoCodes?: readonly string[];
  readonly lines: readonly object[];
  readonly customer: object;
  readonly wantedAt?: Date;
  readonly pointsToSpend?: string;
}

/** The clicks of a guest on one order: the same until it is refused, then for less. */
export class Clicks {
  /** An earlier click may have been heard although nobody answered it. */
  private readonly tried: Basket[] = [];

  /** @param stranger a guest without points */
  constructor(
    public input: Basket,
    private readonly stranger: object,
  ) {}

  /** What to do next: undefined is to click again. @returns an error: there is nothing to give up */
  afterRefusal(codes: readonly string[]): Error | undefined {
    if (codes.includes(KEY_REUSED)) return this.repeatEarlier();
    if (codes.some((code) => COME_AGAIN.has(code))) return undefined;
    const less = codes.reduce<Basket | null>(
      (basket, code) => basket && this.withLess(basket, code),
      this.input,
    );
    if (less === null) return new Error(JSON.stringify(codes));
    if (less !== this.input) this.tried.push(this.input);
    this.input = less;
    return undefined;
  }

  /** It is repeated as it was: whichever it was. */
  private repeatEarlier(): Error | undefined {
    const [earlier, ...others] = this.tried;
    if (!earlier) return new Error(KEY_REUSED);
    this.tried.splice(0, this.tried.length, ...others, this.input);
    this.input = earlier;
    return undefined;
  }

  /** null: this cannot be helped. */
  private withLess(basket: Basket, code: string): Basket | null {
    const { pointsToSpend: _, ...others } = basket;
    if (/^(UPSTREAM|LOYALTY)_/.test(code)) return { ...others, customer: this.stranger };
    if (code === "ITEM_OUTSIDE_HOURS") return { ...basket, lines: basket.lines.slice(0, -1) };
    return code === "TIME_SLOT_UNAVAILABLE" && basket.wantedAt
      ? { ...basket, wantedAt: new Date(basket.wantedAt.getTime() + SLOT_MS) }
      : null;
  }
}
