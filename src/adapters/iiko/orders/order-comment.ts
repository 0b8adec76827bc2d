import { sumInTill } from "../../../domain/money/currency";
import { type Kopecks } from "../../../domain/money/money";
import { Fulfilment, type OrderTicket } from "../../../domain/ticket/order-ticket";
import { PaymentMethod } from "../../../domain/ticket/payment-method";
import { cleanText, shorten } from "../values/iiko-text";

/** iiko declares no limit; plugins cut at 500 (docs/iiko.md#limits). */
const LIMIT = 500;
const QUOTES = "«»";

/**
 * What the staff at the till have to know and no field of the order can express. The notes about
 * money are never cut. The beginning of the guest's text is kept, in quotes, so that a guest who
 * writes «Оплачено» into a comment cannot pass for us.
 *
 * @param lineComments whether the POS accepts comments on lines; otherwise they are added here
 * @param toldAsPaid whether a payment of the order says that the money was taken online
 */
export function toOrderComment(
  ticket: OrderTicket,
  lineComments: boolean,
  toldAsPaid: boolean,
): string | undefined {
  const notes = [
    ...placeNotes(ticket),
    ...codeNotes(ticket),
    ...moneyNotes(ticket, toldAsPaid),
  ].join(". ");
  const words = [cleanText(ticket.comment), ...(lineComments ? [] : commentsOfLines(ticket))]
    .filter(Boolean)
    .join(". ");
  const room = LIMIT - QUOTES.length - (notes ? notes.length + 2 : 0);
  const said = shorten(words.replaceAll(/[«»]/g, '"'), room);
  return [said && `«${said}»`, notes].filter(Boolean).join(". ") || undefined;
}

function placeNotes({ fulfilment, placeUnchecked = false }: OrderTicket): string[] {
  if (fulfilment === Fulfilment.DINE_IN) return ["В зале"];
  return placeUnchecked ? ["Проверьте адрес: зона доставки не определена"] : [];
}

function codeNotes({ usedCodes }: OrderTicket): string[] {
  return usedCodes.length > 0 ? [`Промокод: ${usedCodes.join(", ")}`] : [];
}

function moneyNotes(ticket: OrderTicket, toldAsPaid: boolean): string[] {
  const { payments, paidOnline, total, changeFrom, currencyCode } = ticket;
  const points = payments.filter(({ method }) => method === PaymentMethod.BONUS);
  const inTill = points.reduce((left, { sum }) => left - sum, total);
  const unlisted = unlistedFee(ticket);
  const due = sumInTill(inTill + unlisted, currencyCode);
  const fee = unlisted > 0 ? [`Доставка ${sumInTill(unlisted, currencyCode)} не в чеке`] : [];
  if (paidOnline) return toldAsPaid && unlisted === 0 ? [] : [...fee, `Оплачено онлайн: ${due}`];
  const untold = (points.length === payments.length && inTill > 0) || unlisted > 0;
  // A payment named like those a site has collected is easily misread as paid.
  const unpaid = payments.some(({ method }) => method === PaymentMethod.ONLINE)
    ? ["Не оплачено"]
    : [];
  const owing = untold || payments.length === 0 || unpaid.length > 0;
  const owed = owing ? [...fee, ...unpaid, `К оплате: ${due}`] : [];
  const cash = untold || payments.some(({ method }) => method === PaymentMethod.CASH);
  return changeFrom !== null && cash
    ? [...owed, `Сдача с ${sumInTill(changeFrom, currencyCode)}`]
    : owed;
}

/** Returns the fee that is not covered by any product of the POS. */
function unlistedFee({ deliveryFee }: OrderTicket): Kopecks {
  return deliveryFee?.posProductId === null ? deliveryFee.price : 0;
}

function commentsOfLines({ lines }: OrderTicket): string[] {
  return lines.flatMap(({ name, comment }) =>
    comment ? [`${cleanText(name)}: ${cleanText(comment)}`] : [],
  );
}
