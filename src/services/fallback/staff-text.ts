import { isSettled } from "../../domain/orders/settled-states";
import { type Locale } from "../../domain/texts/locale";
import { MessagePurpose } from "../../entities/orders/staff-message";
import { fallbackMessage, type Told } from "./fallback-message";
import { fallbackWords } from "./fallback-words";
import { orderInWords } from "./order-in-words";

/**
 * An order as the staff read it on paper. While they have it to enter, word for word what the
 * message to them says.
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
