const KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";
const SLOT_MS = 30 * 60_000;
/**
 * Another order is holding the same points at the moment, or the branch is not accepting orders for
 * a while.
 */
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

/** A guest's clicks for one order: the same until it is refused, then with less in it. */
export class Clicks {
  /** An earlier click may have been processed although nobody answered it. */
  private readonly tried: Basket[] = [];

  /** @param stranger a guest without points */
  constructor(
    public input: Basket,
    private readonly stranger: object,
  ) {}

  /**
   * What to do next: undefined means to click again. @returns an error when there is nothing left
   * to give up
   */
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

  /** Repeats an earlier click unchanged, whichever it was. */
  private repeatEarlier(): Error | undefined {
    const [earlier, ...others] = this.tried;
    if (!earlier) return new Error(KEY_REUSED);
    this.tried.splice(0, this.tried.length, ...others, this.input);
    this.input = earlier;
    return undefined;
  }

  /** Returns null when that is not possible. */
  private withLess(basket: Basket, code: string): Basket | null {
    const { pointsToSpend: _, ...others } = basket;
    if (/^(UPSTREAM|LOYALTY)_/.test(code)) return { ...others, customer: this.stranger };
    if (code === "ITEM_OUTSIDE_HOURS") return { ...basket, lines: basket.lines.slice(0, -1) };
    return code === "TIME_SLOT_UNAVAILABLE" && basket.wantedAt
      ? { ...basket, wantedAt: new Date(basket.wantedAt.getTime() + SLOT_MS) }
      : null;
  }
}
