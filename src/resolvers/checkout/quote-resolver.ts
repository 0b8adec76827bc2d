import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { seesBranch } from "../../domain/access/viewer";
import { formatThousandths } from "../../domain/money/money";
import { type Locale } from "../../domain/texts/locale";
import { type TicketLine } from "../../domain/ticket/order-ticket";
import { Refused } from "../../errors";
import { branchNotFound } from "../../services/checkout/order-errors";
import { type QuotedOrder, type QuoteOrder } from "../../services/checkout/quote-order";
import { type CodeQuestions } from "../../services/promotions/code-questions";
import { type AddressGuard } from "../delivery/address-guard";
import { toAppliedPromotions } from "../orders/order-parts";
import { toMoney } from "../schema/money";
import { payloadOf, toWarning } from "../schema/user-error";
import { guardGuesses, type Guesses } from "./guard-guesses";
import { namePointsAsGiven } from "./points-given";
import { type Quote, QuoteInput, type QuoteLine, QuotePayload } from "./quote";
import { toWantedOrder } from "./to-new-order";

@Resolver()
export class QuoteResolver {
  constructor(
    private readonly useCases: {
      readonly quoteOrder: QuoteOrder;
      readonly guesses: Guesses;
      readonly addressQuestions: AddressGuard;
    },
  ) {}

  @Mutation(() => QuotePayload, {
    description:
      "Calculates what an order would cost and which problems it would have. Nothing is ordered.",
  })
  async quoteOrder(
    @Ctx() context: Context,
    @Arg("input", () => QuoteInput, { description: "The basket to price." }) input: QuoteInput,
  ): Promise<QuotePayload> {
    const { viewer, locale } = context;
    const { quoteOrder, guesses } = this.useCases;
    const addresses = this.useCases.addressQuestions.of(context);
    const quote = async (questions: CodeQuestions) => {
      if (!seesBranch(viewer, input.branchId)) throw new Refused([branchNotFound()]);
      const { order, unreadable } = toWantedOrder(input);
      const quoted = await quoteOrder.execute(order, unreadable, viewer, questions, addresses);
      return { quote: toQuote(quoted, locale) };
    };
    const toldOf = ({ quote, userErrors }: QuotePayload) => [
      ...(quote?.warnings ?? []),
      ...userErrors,
    ];
    const run = (questions: CodeQuestions) => payloadOf(locale, () => quote(questions));
    const payload = await guardGuesses(guesses, context, input.promoCodes, run, toldOf);
    namePointsAsGiven(input, toldOf(payload));
    return payload;
  }
}

function toQuote(
  { branch, lines, gifts, money, promotions, bonusMax, warnings, ...quote }: QuotedOrder,
  locale: Locale,
): Quote {
  const { currencyCode } = branch;
  const { subtotal, discount, deliveryFee, bonusSpent, total } = money;
  return {
    ...quote,
    lines: lines.map((line) => toQuoteLine(line, currencyCode)),
    gifts: gifts.map((line) => toQuoteLine(line, currencyCode)),
    subtotal: toMoney(subtotal, currencyCode),
    discount: toMoney(discount, currencyCode),
    pointsApplied: toMoney(bonusSpent, currencyCode),
    pointsMax: toMoney(bonusMax, currencyCode),
    bonusApplied: toMoney(bonusSpent, currencyCode),
    bonusMax: toMoney(bonusMax, currencyCode),
    deliveryFee: toMoney(deliveryFee, currencyCode),
    total: toMoney(total, currencyCode),
    appliedPromotions: toAppliedPromotions(promotions, currencyCode),
    warnings: warnings.map((warning) => toWarning(warning, locale)),
  };
}

function toQuoteLine(
  { article, name, quantity, unitPrice, total }: TicketLine,
  currencyCode: string,
): QuoteLine {
  const money = {
    unitPrice: toMoney(unitPrice, currencyCode),
    total: toMoney(total, currencyCode),
  };
  return { article, name, quantity: formatThousandths(quantity), ...money };
}
