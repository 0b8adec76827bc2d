import { type Limit, type StopList } from "../catalogue/stop-list";
import { type UserError } from "../errors/user-error";
import { type Thousandths, times } from "../money/money";
import { type TicketOption } from "../ticket/order-ticket";
import * as userError from "./pricing-errors";

type Named = Pick<TicketOption, "posProductId" | "article" | "name">;

/** What one line would take of something that may be limited. */
interface Demand {
  readonly article: string | null;
  readonly name: string;
  /** The limits that apply, by what they count together. */
  readonly limits: ReadonlyMap<string, Limit | undefined>;
  readonly quantity: Thousandths;
}

/**
 * Counts how much a basket takes of limited stock: a line may have what the lines before it left.
 */
export class StockTally {
  private readonly taken = new Map<string, Thousandths>();

  constructor(
    private readonly stopList: StopList,
    private readonly currency: string,
  ) {}

  /**
   * Takes what the line needs; anything with too little left is not taken, and is reported with a
   * path below `path`.
   *
   * @param field field of the dish itself
   */
  take(
    dish: Named & { readonly options: readonly TicketOption[] },
    posSizeId: string | null,
    quantity: Thousandths,
    path: readonly string[],
    field: string,
  ): UserError[] {
    if (this.stopList.isEmpty) return [];
    const ofOptions = dish.options.flatMap((option) => {
      const demand = this.demandOf(option, null, times(option.quantity, quantity));
      return this.takeOne(demand, [...path, "options"]);
    });
    const ofDish = this.takeOne(this.demandOf(dish, posSizeId, quantity), [...path, field]);
    return [...ofDish, ...ofOptions];
  }

  private demandOf(
    { posProductId, article, name }: Named,
    posSizeId: string | null,
    quantity: Thousandths,
  ): Demand {
    const limits = new Map([[posProductId, this.stopList.ofProduct(posProductId)]]);
    if (posSizeId !== null)
      limits.set(`${posProductId} ${posSizeId}`, this.stopList.ofSize(posProductId, posSizeId));
    return { article, name, limits, quantity };
  }

  private takeOne(
    { article, name, limits, quantity }: Demand,
    path: readonly string[],
  ): UserError[] {
    const left = Math.min(...[...limits].map(([key, limit]) => this.leftOf(key, limit)));
    if (quantity > left || left <= 0) {
      const isShared = [...limits.keys()].some((key) => this.taken.has(key));
      return [
        userError.itemUnavailable(
          path,
          { article, name },
          { left: Math.max(0, left), isShared },
          this.currency,
        ),
      ];
    }
    for (const key of limits.keys()) this.taken.set(key, (this.taken.get(key) ?? 0) + quantity);
    return [];
  }

  private leftOf(key: string, limit: Limit | undefined): Thousandths {
    return limit ? limit.balance - (this.taken.get(key) ?? 0) : Infinity;
  }
}
