import { type Text } from "../locale";
import { type OrderStatus } from "../order-status";

/** What the timeline says of each status. */
export const statusSummary: Record<OrderStatus, Text> = {
  NEW: { ru: "Заказ оформлен", en: "The order was placed" },
  UNCONFIRMED: { ru: "Ресторан проверяет заказ", en: "The restaurant is checking the order" },
  ACCEPTED: { ru: "Ресторан принял заказ", en: "The restaurant accepted the order" },
  QUEUED_FOR_COOKING: { ru: "Заказ ждёт своей очереди на кухне", en: "The order waits for the kitchen" },
  COOKING: { ru: "Заказ готовится", en: "The order is being cooked" },
  READY: { ru: "Заказ готов", en: "The order is ready" },
  WAITING_FOR_COURIER: { ru: "Заказ собран и ждёт", en: "The order is packed and waits" },
  ON_THE_WAY: { ru: "Курьер в пути", en: "The courier is on the way" },
  DELIVERED: { ru: "Заказ доставлен", en: "The order was delivered" },
  CLOSED: { ru: "Заказ закрыт", en: "The order is closed" },
  CANCELLED: { ru: "Заказ отменён", en: "The order was cancelled" },
};
