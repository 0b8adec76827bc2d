import { SettingGroup, SettingKind } from "./setting-kind";
import { whole } from "./simple-kinds";

const group = SettingGroup.HOURS;

/** How long orders for "as soon as possible" take, and how much longer with a long queue. */
export const BUSY_FIELDS = {
  usualMinutes: whole(
    "usualMinutes",
    { kind: SettingKind.MINUTES, standard: 0, least: 0, most: 240 },
    {
      group,
      label: { ru: "Обычное время заказа", en: "Usual time of an order" },
      explanation: {
        ru: "За сколько минут обычно готов заказ «как можно скорее», или привезён, если у зоны нет своего времени. Столько обещается гостю. 0: ничего не обещать.",
        en: "In how many minutes an as-soon-as-possible order is usually ready, or there where its zone has no time of its own. Guests are promised that. 0: promise nothing.",
      },
      shown:
        "How many minutes an as-soon-as-possible order usually takes, where its zone does not say; 0 means that nothing is promised.",
      given:
        "How many minutes an as-soon-as-possible order usually takes, where its zone does not say, 0 to 240; 0 means that nothing is promised.",
    },
  ),
  queueOrders: whole(
    "queueOrders",
    { kind: SettingKind.COUNT, standard: 0, least: 0, most: 1_000 },
    {
      group,
      label: { ru: "Заказов в очереди", en: "Orders in the queue" },
      explanation: {
        ru: "За каждые столько незаконченных заказов новые обещаются позже на «Минут за очередь». 0: очередь не учитывать.",
        en: "For each so many unfinished orders new ones are promised later by “Minutes for the queue”. 0: the queue does not count.",
      },
      shown:
        "For each so many orders in the kitchen, further ones take `queueMinutes` longer; 0 means that the queue does not count.",
      given:
        "For each so many orders in the kitchen, further ones take `queueMinutes` longer, 0 to 1000; 0 means that the queue does not count.",
    },
  ),
  queueMinutes: whole(
    "queueMinutes",
    { kind: SettingKind.MINUTES, standard: 0, least: 0, most: 120 },
    {
      group,
      label: { ru: "Минут за очередь", en: "Minutes for the queue" },
      explanation: {
        ru: "На сколько минут дольше ждут за каждые «Заказов в очереди».",
        en: "How many minutes longer it takes for each “Orders in the queue”.",
      },
      shown: "How many minutes longer orders take for each `queueOrders` orders in the kitchen.",
      given:
        "How many minutes longer orders take for each `queueOrders` orders in the kitchen, 0 to 120.",
    },
  ),
} as const;
