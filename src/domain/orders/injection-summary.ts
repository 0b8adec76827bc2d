import { type Text } from "../texts/locale";
import { type InjectionState } from "./injection-state";

/** Timeline text of each state, for guests and operators alike. */
export const injectionSummary: Record<InjectionState, Text> = {
  QUEUED: {
    ru: "Заказ принят и ждёт отправки в ресторан",
    en: "The order is accepted and waits to be sent to the restaurant",
  },
  SENDING: { ru: "Заказ отправляется в ресторан", en: "The order is being sent to the restaurant" },
  AWAITING_POS: {
    ru: "Ресторан получил заказ, ждём ответ кассы",
    en: "The restaurant has the order; waiting for its till",
  },
  IN_POS: { ru: "Заказ на кассе ресторана", en: "The order is in the restaurant's till" },
  RETRY_SCHEDULED: {
    ru: "Ресторан не принял заказ, скоро отправим снова",
    en: "The restaurant did not take the order; it is sent again soon",
  },
  OUTCOME_UNKNOWN: {
    ru: "Ответа нет, проверяем, дошёл ли заказ",
    en: "No answer; checking whether the order got through",
  },
  FALLBACK_SENT: {
    ru: "Заказ передан сотрудникам ресторана: если будут вопросы, они позвонят",
    en: "The order was handed to the restaurant's staff: they call if they have questions",
  },
  DEAD_LETTERED: {
    ru: "Заказ не удалось передать, нужен оператор",
    en: "The order could not be handed over; an operator is needed",
  },
  ENTERED_BY_HAND: {
    ru: "Сотрудник внёс заказ на кассу вручную",
    en: "The restaurant entered the order by hand",
  },
  CANCELLED_BEFORE_SEND: {
    ru: "Заказ отменён до отправки",
    en: "The order was cancelled before it was sent",
  },
  NOT_REQUIRED: { ru: "Заказ не передаётся на кассу", en: "The order is not meant for a till" },
};
