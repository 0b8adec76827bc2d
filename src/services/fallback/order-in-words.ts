import { nameWithoutArticle } from "../../domain/checkout/half-selection";
import { formatKopecks, formatThousandths } from "../../domain/money/money";
import { addressInWords } from "../../domain/orders/address-in-words";
import { FROM_POS } from "../../domain/promotions/applied-promotion";
import { type Locale } from "../../domain/texts/locale";
import { withoutLinks } from "../../domain/texts/without-links";
import { fulfilmentInWords } from "../../domain/ticket/fulfilment-in-words";
import { type Branch } from "../../entities/branches/branch";
import { type Order } from "../../entities/orders/order";
import { type OrderLine } from "../../entities/orders/order-line";
import { fallbackWords } from "./fallback-words";

const CLOCKS: Record<Locale, string> = { ru: "ru-RU", en: "en-GB" };

/**
 * Returns a complete order as plain text for anyone who enters it by hand: blocks of lines,
 * separated by blank lines.
 */
export function orderInWords(
  order: Order,
  lines: readonly OrderLine[],
  branch: Branch,
  language: Locale,
): string[] {
  const words = fallbackWords[language];
  const wanted = order.wantedAt
    ? localTime(order.wantedAt, branch.timeZone, language)
    : words.asSoonAsPossible;
  return [
    `${branch.name}: ${fulfilmentInWords[order.fulfilment][language]}`,
    `${words.when}: ${wanted}`,
    `${words.guest}: ${quoted(order.customerName)}, ${order.customerPhone}`,
    ...addressLines(order, language),
    ...(order.guestCount ? [`${words.persons}: ${order.guestCount}`] : []),
    ...(order.comment ? [`${words.comment}: ${quoted(order.comment)}`] : []),
    "",
    ...lines.flatMap((line) => lineText(line, language)),
    "",
    ...codeLines(order, language),
    ...(order.discount > 0 ? [`${words.discount}: −${formatKopecks(order.discount)}`] : []),
    ...(order.deliveryFee > 0 ? [`${words.delivery}: ${formatKopecks(order.deliveryFee)}`] : []),
    ...(order.bonusSpent > 0 ? [`${words.points}: ${formatKopecks(order.bonusSpent)}`] : []),
    `${words.total}: ${formatKopecks(order.total)} ${order.currencyCode}, ${payment(order, language)}`,
  ];
}

/**
 * What one of our own promo codes gave is already in the discount and the lines; a coupon is
 * handled by the POS.
 */
function codeLines({ promotions }: Order, language: Locale): string[] {
  const words = fallbackWords[language];
  return promotions.flatMap(({ code, source }) => {
    return code === null
      ? []
      : [`${source === FROM_POS ? words.coupon : words.promoCode}: ${quoted(code)}`];
  });
}

function lineText(line: OrderLine, language: Locale): string[] {
  const { article } = fallbackWords[language];
  const size = line.sizeName ? ` (${line.sizeName})` : "";
  const articles = line.halves?.map((half) => half.article).join(" + ") ?? line.article;
  return [
    `${formatThousandths(line.quantity)} × ${nameWithoutArticle(line)}${size}, ${article} ${articles}: ${formatKopecks(line.total)}`,
    ...line.options.map((option) => {
      const named = option.article ? `, ${article} ${option.article}` : "";
      return `    + ${formatThousandths(option.quantity)} × ${option.name}${named}`;
    }),
    ...(line.comment ? [`    «${quoted(line.comment)}»`] : []),
  ];
}

/**
 * Guests write line breaks in comments; the indent keeps such a line from passing for one of ours.
 * Links are disabled, too.
 */
function quoted(text: string): string {
  return withoutLinks(text).replaceAll(/\r\n|[\r\n\u2028\u2029]/g, "\n      ");
}

function payment(order: Order, language: Locale): string {
  const words = fallbackWords[language];
  if (order.paidOnline) return words.paid;
  const change =
    order.changeFrom === null ? "" : `, ${words.change(formatKopecks(order.changeFrom))}`;
  return `${words.payment} ${words.methods[order.paymentMethod]}${change}`;
}

function addressLines({ address }: Order, language: Locale): string[] {
  if (!address) return [];
  const comment = address.comment ? [quoted(address.comment)] : [];
  const parts = [addressInWords(address, quoted, language), ...comment];
  return [`${fallbackWords[language].address}: ${parts.join(", ")}`];
}

function localTime(at: Date, timeZone: string, language: Locale): string {
  return new Intl.DateTimeFormat(CLOCKS[language], {
    timeZone,
    dateStyle: "long",
    timeStyle: "short",
  }).format(at);
}
