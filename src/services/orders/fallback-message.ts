import { addressInWords } from "../../domain/address-in-words";
import { formatKopecks, formatThousandths } from "../../domain/money";
import { type Address, Fulfilment } from "../../domain/order-ticket";
import { type PaymentMethod } from "../../domain/payment-method";
import { type Branch } from "../../entities/branch";
import { type Order } from "../../entities/order";
import { type OrderLine } from "../../entities/order-line";
import { type FallbackMessage } from "../../ports/fallback-channel";

const METHODS: Record<PaymentMethod, string> = {
  CASH: "наличными",
  CARD_ON_DELIVERY: "картой при получении",
  ONLINE: "онлайн",
  BONUS: "баллами",
};

/** The complete order for whoever enters it by hand, and whether the till may have it in spite of everything. */
export function fallbackMessage(
  id: string,
  order: Order,
  lines: readonly OrderLine[],
  branch: Branch,
): FallbackMessage {
  const text = [
    `Заказ № ${order.number} не попал на кассу. Внесите его вручную.`,
    ...doubt(order),
    "",
    `${branch.name}: ${order.fulfilment === Fulfilment.PICKUP ? "самовывоз" : "доставка"}`,
    `Когда: ${order.wantedAt ? localTime(order.wantedAt, branch.timeZone) : "как можно скорее"}`,
    `Гость: ${order.customerName}, ${order.customerPhone}`,
    ...(order.address ? [`Адрес: ${addressLine(order.address)}`] : []),
    ...(order.comment ? [`Комментарий: ${quoted(order.comment)}`] : []),
    "",
    ...lines.flatMap((line) => lineText(line)),
    "",
    `Итого: ${formatKopecks(order.total)} ${order.currencyCode}, ${payment(order)}`,
    "",
    `Причина: ${order.lastFault ? `${order.lastFault.message} (${order.lastFault.code})` : "неизвестна"}`,
  ].join("\n");
  return { id, subject: `Заказ № ${order.number}: внесите вручную`, text };
}

function doubt(order: Order): string[] {
  return order.lastFault?.mayExist
    ? ["ВНИМАНИЕ: касса могла получить этот заказ. Сначала проверьте, нет ли его уже на кассе."]
    : [];
}

function lineText(line: OrderLine): string[] {
  const size = line.sizeName ? ` (${line.sizeName})` : "";
  return [
    `${formatThousandths(line.quantity)} × ${line.name}${size}, арт. ${line.article}: ${formatKopecks(line.total)}`,
    ...line.options.map((option) => {
      const article = option.article ? `, арт. ${option.article}` : "";
      return `    + ${formatThousandths(option.quantity)} × ${option.name}${article}`;
    }),
    ...(line.comment ? [`    «${quoted(line.comment)}»`] : []),
  ];
}

/** Guests write lines of their own in comments; indented, none of them passes for one of ours. */
function quoted(comment: string): string {
  return comment.replaceAll(/\r\n|[\r\n\u2028\u2029]/g, "\n      ");
}

function payment(order: Order): string {
  if (order.paidOnline) return "ОПЛАЧЕНО онлайн";
  const change = order.changeFrom === null ? "" : `, сдача с ${formatKopecks(order.changeFrom)}`;
  return `оплата ${METHODS[order.paymentMethod]}${change}`;
}

function addressLine(address: Address): string {
  const comment = address.comment && quoted(address.comment);
  return [addressInWords(address), ...(comment ? [comment] : [])].join(", ");
}

function localTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("ru-RU", { timeZone, dateStyle: "long", timeStyle: "short" }).format(at);
}
