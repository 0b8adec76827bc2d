import { posPositionIdFor } from "../../../domain/ids";
import { currencyStep } from "../../../domain/money/currency";
import { type Kopecks } from "../../../domain/money/money";
import { type OrderTicket } from "../../../domain/ticket/order-ticket";
import { type PosPromotion } from "../../../domain/ticket/pos-promotion";
import { type PosLoyaltyQuote } from "../../../ports/pos/pos-loyalty";
import { linesOfItems } from "../orders/item-positions";
import { toKopecks, toSpendableKopecks } from "../values/iiko-money";
import { type IikoCalculation } from "./loyalty-schemas";

/** @param ticket the order that iiko was asked about */
export function toLoyaltyQuote(calculation: IikoCalculation, ticket: OrderTicket): PosLoyaltyQuote {
  const rest = new Rest(ticket);
  return {
    promotions: calculation.loyaltyProgramResults.flatMap((result) => toPromotion(result, rest)),
    bonusLimits: toLimits(calculation.availablePayments),
  };
}

function toPromotion(
  { marketingCampaignId, name, discounts }: IikoCalculation["loyaltyProgramResults"][number],
  rest: Rest,
): PosPromotion[] {
  const lines = discounts.flatMap(({ positionId, discountSum }) =>
    rest.take(positionId, toKopecks(discountSum)),
  );
  return lines.length === 0 ? [] : [{ posProgramId: marketingCampaignId, name, lines }];
}

/** A wallet may pay for several campaigns: the most generous one counts. */
function toLimits(payments: IikoCalculation["availablePayments"]): Map<string, Kopecks> {
  const limits = new Map<string, Kopecks>();
  for (const { maxSum, walletInfos } of payments) {
    for (const wallet of walletInfos) {
      const limit = toSpendableKopecks(Math.min(maxSum, wallet.maxSum));
      limits.set(wallet.id, Math.max(limit, limits.get(wallet.id) ?? 0));
    }
  }
  return limits;
}

/**
 * What each line still costs after the discounts so far: together they never take more off a line
 * than it costs.
 */
class Rest {
  private readonly left: Kopecks[];
  private readonly lineOf: ReadonlyMap<string, number>;
  private readonly step: Kopecks;

  constructor(ticket: OrderTicket) {
    this.step = currencyStep(ticket.currencyCode);
    this.left = ticket.lines.map(({ total }) => total);
    this.lineOf = new Map(
      linesOfItems(ticket).map((line, index) => [posPositionIdFor(ticket.posOrderId, index), line]),
    );
  }

  /** @param positionId null: the sum is for the whole order, and every line bears a share */
  take(positionId: string | null, sum: Kopecks): PosPromotion["lines"] {
    const line = positionId === null ? undefined : this.lineOf.get(positionId.toLowerCase());
    const shares = line === undefined ? this.shares(sum) : [{ position: line, amount: sum }];
    return shares.flatMap(({ position, amount: wanted }) => {
      const amount = Math.min(wanted, this.left[position] ?? 0);
      this.left[position] = (this.left[position] ?? 0) - amount;
      return amount > 0 ? [{ position, amount }] : [];
    });
  }

  /**
   * Splits the sum in proportion to what the lines cost, in steps of the currency; the shares add
   * up to the kopeck.
   */
  private shares(sum: Kopecks): PosPromotion["lines"] {
    const whole = this.left.reduce((total, cost) => total + cost, 0);
    const all = Math.min(sum, whole);
    let [cost, given] = [0, 0];
    return this.left.map((each, position) => {
      cost += each;
      const share = cost === whole ? all : Math.round((all * cost) / whole / this.step) * this.step;
      const upToHere = Math.min(share, all);
      const amount = upToHere - given;
      given = upToHere;
      return { position, amount };
    });
  }
}
