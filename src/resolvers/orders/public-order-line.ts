import { nameWithoutArticle } from "../../domain/checkout/half-selection";
import { formatThousandths } from "../../domain/money/money";
import { type TicketOption } from "../../domain/ticket/order-ticket";
import { type Order } from "../../entities/orders/order";
import { type OrderLine } from "../../entities/orders/order-line";
import { toMoney } from "../schema/money";
import { type OrderLineOption, type OrderLineType } from "./order-parts";

/** Returns an order line as guest and operator read it. */
export function publicOrderLine(line: OrderLine, { branchId, currencyCode }: Order): OrderLineType {
  const optionsOf = (options: readonly TicketOption[]) =>
    options.map((option) => toOption(option, currencyCode));
  return {
    branchId,
    article: line.article,
    name: nameWithoutArticle(line),
    sizeName: line.sizeName,
    quantity: formatThousandths(line.quantity),
    unitPrice: toMoney(line.unitPrice, currencyCode),
    total: toMoney(line.total, currencyCode),
    options: optionsOf(line.options),
    halves: (line.halves ?? []).map(({ article, name, options }) => ({
      article,
      name,
      options: optionsOf(options),
    })),
    parts: (line.parts ?? []).map(({ groupName, article, name, sizeName, options }) => ({
      groupName,
      article,
      name,
      sizeName,
      options: optionsOf(options),
    })),
    comment: line.comment,
  };
}

function toOption(
  { article, name, quantity, price }: TicketOption,
  currencyCode: string,
): OrderLineOption {
  return {
    article,
    name,
    quantity: formatThousandths(quantity),
    price: toMoney(price, currencyCode),
  };
}
