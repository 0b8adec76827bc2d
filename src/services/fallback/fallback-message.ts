import { InjectionState } from "../../domain/orders/injection-state";
import { isSettled } from "../../domain/orders/settled-states";
import { type Locale } from "../../domain/texts/locale";
import { withoutLinks } from "../../domain/texts/without-links";
import { type Branch } from "../../entities/branches/branch";
import { type Order } from "../../entities/orders/order";
import { type OrderLine } from "../../entities/orders/order-line";
import { MessagePurpose, type StaffMessage } from "../../entities/orders/staff-message";
import { type FallbackMessage } from "../../ports/fallback-channel";
import { fallbackWords } from "./fallback-words";
import { orderInWords } from "./order-in-words";

export interface Told {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly branch: Branch;
  readonly now: Date;
}

/**
 * Builds the message of one delivery, in the language of its reader.
 *
 * @param report receives the error if the whole order cannot be rendered; the staff then get a
 *   shorter message rather than none
 */
export function fallbackMessage(
  delivery: Pick<StaffMessage, "id" | "purpose" | "language" | "repeated">,
  told: Told,
  actions: FallbackMessage["actions"],
  report: (error: unknown) => void = () => undefined,
): FallbackMessage {
  const { id, language, repeated } = delivery;
  const { subject, blocks } = contentsAnyhow(delivery.purpose, told, language, report);
  const mark = repeated ? `${fallbackWords[language].repeat}. ` : "";
  const withLinks = delivery.purpose === MessagePurpose.HAND_OVER && actions ? { actions } : {};
  return { id, subject: `${mark}${subject}`, text: `${mark}${blocks.join("\n\n")}`, ...withLinks };
}

/**
 * Returns an order as the staff read it on paper. While they have to enter it, this is word for
 * word the text of their message.
 */
export function staffText(told: Told, language: Locale): string {
  const { order, lines, branch } = told;
  if (order.handedOverAt !== null && !isSettled(order.injectionState)) {
    const delivery = {
      id: order.id,
      purpose: MessagePurpose.HAND_OVER,
      language,
      repeated: false,
    };
    return fallbackMessage(delivery, told, undefined).text;
  }
  const body = orderInWords(order, lines, branch, language).join("\n");
  return [fallbackWords[language].printed(order.number, order.posNumber), body].join("\n\n");
}

function contentsAnyhow(
  purpose: MessagePurpose,
  told: Told,
  language: Locale,
  report: (error: unknown) => void,
) {
  try {
    return contents(purpose, told, language);
  } catch (error) {
    report(error);
    return bareMessage(told.order, language);
  }
}

function contents(
  purpose: MessagePurpose,
  told: Told,
  language: Locale,
): { subject: string; blocks: string[] } {
  const words = fallbackWords[language];
  const { order, now } = told;
  if (purpose === MessagePurpose.ALERT) {
    const late = words.late(
      order.number,
      Math.floor((now.getTime() - order.createdAt.getTime()) / 60_000),
    );
    return { subject: late, blocks: [late, words.lateAdvice, ...reason(order, language)] };
  }
  if (purpose === MessagePurpose.CANCEL_BY_HAND) {
    const title = words.cancelByHand(order.number, order.posNumber);
    return { subject: title, blocks: [title, words.cancelByHandAdvice] };
  }
  if (purpose === MessagePurpose.TWICE_IN_TILL) {
    const title = words.twiceInTill(order.number, order.posNumber);
    return { subject: title, blocks: [title, words.twiceInTillAdvice] };
  }
  if (purpose === MessagePurpose.CORRECTION) {
    const cancelled = order.injectionState === InjectionState.CANCELLED_BEFORE_SEND;
    const title = cancelled
      ? words.cancelled(order.number)
      : words.inTill(order.number, order.posNumber);
    return {
      subject: title,
      blocks: [title, cancelled ? words.cancelledAdvice : words.inTillAdvice],
    };
  }
  return { subject: words.subject(order.number), blocks: handOver(told, language) };
}

/** Returns the complete order, why the staff have it, and whether the POS may have it after all. */
function handOver({ order, lines, branch }: Told, language: Locale): string[] {
  const words = fallbackWords[language];
  const doubt = order.lastFault?.mayExist ? [words.mayExist] : [];
  const body = orderInWords(order, lines, branch, language).join("\n");
  const why = order.lastFault ? reason(order, language) : [`${words.reason}: ${words.unknown}`];
  return [words.title(order.number), ...doubt, body, ...why];
}

function reason({ lastFault }: Order, language: Locale): string[] {
  if (!lastFault) return [];
  const { reason: known, message, code } = lastFault;
  const words = fallbackWords[language];
  // The POS may quote what the guest wrote.
  const said = withoutLinks(`${message} (${code})`);
  if (!known) return [`${words.reason}: ${said}`];
  return [
    [
      `${words.reason}: ${withoutLinks(known.message[language])}`,
      `${words.fix}: ${known.fix[language]}`,
      `${words.said}: ${said}`,
    ].join("\n"),
  ];
}

const UNWRITTEN: Record<Locale, string> = {
  ru: "Записать заказ целиком шлюз не смог: посмотрите его в консоли или позвоните гостю",
  en: "The gateway could not write the whole order out: look at it in the console, or call the guest",
};

/** Returns what can always be said about an order to those who have to enter it. */
function bareMessage(order: Order, language: Locale): { subject: string; blocks: string[] } {
  const words = fallbackWords[language];
  const doubt = order.lastFault?.mayExist ? [words.mayExist] : [];
  const guest = `${words.guest}: ${order.customerPhone}`;
  return {
    subject: words.subject(order.number),
    blocks: [words.title(order.number), ...doubt, UNWRITTEN[language], guest],
  };
}
