import { many } from "./russian-count";
import { type ZonesWords } from "./zones-words";

export const RUSSIAN_ZONES: ZonesWords = {
  title: "Зоны доставки",
  anywhere: "Зон нет: филиал доставляет по любому адресу.",
  notDrawn: "Зоны заданы списками улиц: рисовать нечего.",
  map: (zones) => `${many(zones, "зона", "зоны", "зон")} доставки в масштабе`,
  latitude: "Широта",
  longitude: "Долгота",
  test: "Проверить место",
  testHint: "Или нажмите место на рисунке.",
  city: "Город",
  street: "Улица",
  house: "Дом",
  testAddress: "Проверить адрес",
  addressHint: "Где он, скажет iiko. Город можно не указывать.",
  served: "Доставляем",
  notServed: "Не доставляем",
  fee: (sum) => (sum === null ? "доставка бесплатно" : `доставка ${sum}`),
  freeFrom: (sum) => `бесплатно от ${sum}`,
  from: (sum) => `заказы от ${sum}`,
  minutes: (minutes) => `около ${minutes} мин`,
  columns: {
    name: "Зона",
    fee: "Доставка",
    freeFrom: "Бесплатно от",
    minimum: "Заказ от",
    minutes: "Минут",
  },
  ofBranch: "как у филиала",
  load: "Загрузить карту…",
  loadHint:
    "Файл GeoJSON или KML из любого редактора карт: каждая фигура станет зоной, название и условия берутся из её свойств.",
  replaceTitle: "Заменить зоны?",
  replaceWhat: (shapes, now) =>
    `Зон в файле: ${shapes}, сейчас: ${now}. Гости увидят новые сразу; принятые заказы не изменятся.`,
  replaceYes: "Заменить",
  keep: "Оставить как есть",
  loaded: (zones) => `Загружено зон: ${zones}`,
  ofShape: (shape, message) => `Фигура ${shape}: ${message}`,
  remove: "Доставлять всюду…",
  removeTitle: "Убрать все зоны?",
  removeWhat:
    "Филиал будет доставлять по любому адресу на своих условиях. Чтобы вернуть зоны, загрузите карту снова.",
  removeYes: "Убрать зоны",
  removed: "Зон больше нет: филиал доставляет по любому адресу",
};
