import { type Text } from "../texts/locale";
import { Fulfilment } from "../ticket/order-ticket";
import { OrderStage } from "./order-stage";
import { OrderStatus } from "./order-status";

/** One text for all fulfilments, or one for each. */
type ByWay = Text | Readonly<Record<Fulfilment, Text>>;

const { DELIVERY, PICKUP, DINE_IN } = Fulfilment;

const HANDED_OUT: ByWay = {
  [DELIVERY]: { ru: "Доставлен", en: "Delivered" },
  [PICKUP]: { ru: "Выдан", en: "Collected" },
  [DINE_IN]: { ru: "Подан", en: "Served" },
};

const ACCEPTED: Text = { ru: "Ресторан принял заказ", en: "Accepted by the restaurant" };
const COOKING: Text = { ru: "Готовится", en: "Cooking" };
const ON_THE_WAY: Text = { ru: "В пути", en: "On the way" };

/** The guest's main headline, for each stage and fulfilment. */
const HEADLINES: Record<OrderStage, ByWay> = {
  [OrderStage.PLACED]: { ru: "Заказ оформлен", en: "Ordered" },
  [OrderStage.RECEIVED]: { ru: "Ресторан получил заказ", en: "The restaurant has got the order" },
  [OrderStage.CONFIRMING]: {
    ru: "Ресторан проверяет заказ",
    en: "The restaurant is checking the order",
  },
  [OrderStage.WITH_PEOPLE]: {
    ru: "Заказом занимаются сотрудники ресторана: если будут вопросы, они вам позвонят",
    en: "The restaurant's staff are taking care of the order: they will call you if they have questions",
  },
  [OrderStage.UNREACHED]: {
    ru: "Ресторан ещё не подтвердил заказ: позвоните, пожалуйста, и назовите его номер",
    en: "The restaurant has not confirmed the order yet: please call and give its number",
  },
  [OrderStage.ACCEPTED_BY_HAND]: ACCEPTED,
  [OrderStage.ACCEPTED]: ACCEPTED,
  [OrderStage.WAITS_FOR_KITCHEN]: {
    ru: "Ждёт своей очереди на кухне",
    en: "Waiting for the kitchen",
  },
  [OrderStage.COOKING]: COOKING,
  [OrderStage.READY]: {
    [DELIVERY]: { ru: "Готов и ждёт курьера", en: "Ready, waiting for the courier" },
    [PICKUP]: { ru: "Готов, можно забирать", en: "Ready to collect" },
    [DINE_IN]: { ru: "Готов", en: "Ready" },
  },
  [OrderStage.ON_THE_WAY]: ON_THE_WAY,
  [OrderStage.DELIVERED]: HANDED_OUT,
  [OrderStage.CLOSED]: HANDED_OUT,
  [OrderStage.CANCELLED]: { ru: "Отменён", en: "Cancelled" },
};

/** The names of the steps; a fulfilment without a name has no such step. */
const STEPS: Partial<Record<OrderStatus, Partial<Record<Fulfilment, Text>> | Text>> = {
  [OrderStatus.NEW]: { ru: "Заказ оформлен", en: "Ordered" },
  [OrderStatus.ACCEPTED]: ACCEPTED,
  [OrderStatus.COOKING]: COOKING,
  [OrderStatus.READY]: {
    [DELIVERY]: { ru: "Готов", en: "Ready" },
    [PICKUP]: { ru: "Можно забирать", en: "Ready to collect" },
    [DINE_IN]: { ru: "Готов", en: "Ready" },
  },
  [OrderStatus.ON_THE_WAY]: { [DELIVERY]: ON_THE_WAY },
  [OrderStatus.DELIVERED]: HANDED_OUT,
};

/** Timeline text of each status. */
const SUMMARIES: Record<OrderStatus, ByWay> = {
  [OrderStatus.NEW]: { ru: "Заказ оформлен", en: "The order was placed" },
  [OrderStatus.UNCONFIRMED]: {
    ru: "Ресторан проверяет заказ",
    en: "The restaurant is checking the order",
  },
  [OrderStatus.ACCEPTED]: { ru: "Ресторан принял заказ", en: "The restaurant accepted the order" },
  [OrderStatus.QUEUED_FOR_COOKING]: {
    ru: "Заказ ждёт своей очереди на кухне",
    en: "The order waits for the kitchen",
  },
  [OrderStatus.COOKING]: { ru: "Заказ готовится", en: "The order is being cooked" },
  [OrderStatus.READY]: {
    [DELIVERY]: { ru: "Заказ готов", en: "The order is ready" },
    [PICKUP]: { ru: "Заказ готов, можно забирать", en: "The order is ready to be collected" },
    [DINE_IN]: { ru: "Заказ готов", en: "The order is ready" },
  },
  [OrderStatus.WAITING_FOR_COURIER]: {
    [DELIVERY]: {
      ru: "Заказ собран и ждёт курьера",
      en: "The order is packed and waits for the courier",
    },
    [PICKUP]: {
      ru: "Заказ собран, можно забирать",
      en: "The order is packed and can be collected",
    },
    [DINE_IN]: { ru: "Заказ собран", en: "The order is packed" },
  },
  [OrderStatus.ON_THE_WAY]: {
    [DELIVERY]: { ru: "Курьер в пути", en: "The courier is on the way" },
    [PICKUP]: { ru: "Заказ ждёт гостя", en: "The order waits for its guest" },
    [DINE_IN]: { ru: "Заказ несут гостю", en: "The order is being brought to its guest" },
  },
  [OrderStatus.DELIVERED]: {
    [DELIVERY]: { ru: "Заказ доставлен", en: "The order was delivered" },
    [PICKUP]: { ru: "Заказ выдан", en: "The order was collected" },
    [DINE_IN]: { ru: "Заказ подан", en: "The order was served" },
  },
  [OrderStatus.CLOSED]: { ru: "Заказ закрыт", en: "The order is closed" },
  [OrderStatus.CANCELLED]: { ru: "Заказ отменён", en: "The order was cancelled" },
};

export function statusSummary(status: OrderStatus, fulfilment: Fulfilment): Text {
  return forWay(SUMMARIES[status], fulfilment);
}

export function headlineOf(stage: OrderStage, fulfilment: Fulfilment): Text {
  return forWay(HEADLINES[stage], fulfilment);
}

/** Returns the steps of one fulfilment, in order, each with the status it begins with. */
export function stepNames(
  fulfilment: Fulfilment,
): { readonly status: OrderStatus; readonly name: Text }[] {
  const all = Object.entries(STEPS) as [OrderStatus, Partial<Record<Fulfilment, Text>> | Text][];
  return all.flatMap(([status, names]) => {
    const name = isText(names) ? names : names[fulfilment];
    return name ? [{ status, name }] : [];
  });
}

function forWay(words: ByWay, fulfilment: Fulfilment): Text {
  return isText(words) ? words : words[fulfilment];
}

function isText(words: object): words is Text {
  return "ru" in words;
}
