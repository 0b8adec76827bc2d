import { type Text } from "../texts/locale";
import { type PaymentMethod } from "./payment-method";

/**
 * How an order is paid, phrased to continue a sentence: «оплата наличными». The same on paper and
 * in messages.
 */
export const paymentInWords: Readonly<Record<PaymentMethod, Text>> = {
  CASH: { ru: "наличными", en: "in cash" },
  CARD_ON_DELIVERY: { ru: "картой при получении", en: "by card on delivery" },
  ONLINE: { ru: "онлайн", en: "online" },
  BONUS: { ru: "баллами", en: "by points" },
};
