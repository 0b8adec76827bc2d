import { formatKopecks } from "../../../domain/money/money";
import { addressInWords } from "../../../domain/orders/address-in-words";
import { injectionSummary } from "../../../domain/orders/injection-summary";
import { statusSummary } from "../../../domain/orders/stage-words";
import { type Locale, type Text } from "../../../domain/texts/locale";
import { fulfilmentInWords } from "../../../domain/ticket/fulfilment-in-words";
import { paymentInWords } from "../../../domain/ticket/payment-in-words";
import { momentText } from "../../../domain/time/moment-in-words";
import { type Branch } from "../../../entities/branches/branch";
import { type Order } from "../../../entities/orders/order";

/** How a spreadsheet file is written so that it opens with a double click. */
export interface SheetTerms {
  readonly locale: Locale;
  /** Includes the guest's name, phone, address and comment. */
  readonly withGuests: boolean;
  readonly now: Date;
}

type Cell = (order: Order, branch: Branch, terms: SheetTerms) => string;

interface Column {
  readonly name: Text;
  readonly cell: Cell;
}

const moment =
  (at: (order: Order) => Date | null): Cell =>
  (order, { timeZone }, { locale, now }) => {
    const told = at(order);
    return told ? momentText(told, { now, timeZone, locale }) : "";
  };

const sum =
  (kopecks: (order: Order) => number): Cell =>
  (order, _, { locale }) => {
    const text = formatKopecks(kopecks(order));
    return locale === "ru" ? text.replace(".", ",") : text;
  };

const COLUMNS: readonly Column[] = [
  { name: { ru: "Номер", en: "Number" }, cell: ({ number }) => number },
  { name: { ru: "Принят", en: "Taken" }, cell: moment(({ createdAt }) => createdAt) },
  { name: { ru: "Филиал", en: "Branch" }, cell: (_, { name }) => name },
  {
    name: { ru: "Способ", en: "Way" },
    cell: ({ fulfilment }, _, { locale }) => fulfilmentInWords[fulfilment][locale],
  },
  {
    name: { ru: "Состояние", en: "Status" },
    cell: ({ status, fulfilment }, _, { locale }) => statusSummary(status, fulfilment)[locale],
  },
  {
    name: { ru: "Касса", en: "Till" },
    cell: ({ injectionState }, _, { locale }) => injectionSummary[injectionState][locale],
  },
  { name: { ru: "Номер на кассе", en: "Number in the till" }, cell: (o) => o.posNumber ?? "" },
  { name: { ru: "Обещан к", en: "Promised" }, cell: moment((o) => o.promisedAt ?? o.wantedAt) },
  { name: { ru: "Блюда", en: "Dishes" }, cell: sum(({ subtotal }) => subtotal) },
  { name: { ru: "Скидка", en: "Discount" }, cell: sum(({ discount }) => discount) },
  { name: { ru: "Баллы", en: "Points" }, cell: sum(({ bonusSpent }) => bonusSpent) },
  { name: { ru: "Доставка", en: "Delivery fee" }, cell: sum(({ deliveryFee }) => deliveryFee) },
  { name: { ru: "К оплате", en: "Total" }, cell: sum(({ total }) => total) },
  { name: { ru: "Валюта", en: "Currency" }, cell: ({ currencyCode }) => currencyCode },
  {
    name: { ru: "Оплата", en: "Payment" },
    cell: ({ paymentMethod }, _, { locale }) => paymentInWords[paymentMethod][locale],
  },
];

const OF_GUESTS: readonly Column[] = [
  { name: { ru: "Гость", en: "Guest" }, cell: ({ customerName }) => customerName },
  { name: { ru: "Телефон", en: "Phone" }, cell: ({ customerPhone }) => customerPhone },
  {
    name: { ru: "Адрес", en: "Address" },
    cell: ({ address }, _, { locale }) =>
      address ? addressInWords(address, undefined, locale) : "",
  },
  { name: { ru: "Комментарий", en: "Comment" }, cell: ({ comment }) => comment ?? "" },
];

/** Returns the column names as one line. */
export function sheetHead(terms: SheetTerms): string {
  return lineOf(
    columnsOf(terms).map(({ name }) => name[terms.locale]),
    terms.locale,
  );
}

/** Returns one order as one line. */
export function sheetLine(order: Order, branch: Branch, terms: SheetTerms): string {
  return lineOf(
    columnsOf(terms).map(({ cell }) => cell(order, branch, terms)),
    terms.locale,
  );
}

function columnsOf({ withGuests }: SheetTerms): readonly Column[] {
  return withGuests ? [...COLUMNS, ...OF_GUESTS] : COLUMNS;
}

/** RFC 4180, with the separator that spreadsheet programs expect in that language. */
function lineOf(cells: readonly string[], locale: Locale): string {
  return `${cells
    .map(safe)
    .map(quoted)
    .join(locale === "ru" ? ";" : ",")}\r\n`;
}

/** Guests write what they like, and a spreadsheet must not evaluate it as a formula. */
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
