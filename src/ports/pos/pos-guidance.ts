import { type Text } from "../../domain/texts/locale";

/**
 * What people may have to do in the POS's own programs before orders reach it, in words that fit
 * any POS. Each is an instruction without its final full stop.
 */
const USUAL = {
  checkAddress: {
    ru: "Проверьте адрес кассы и доступ шлюза в интернет; если они в порядке, подождите: сбой на стороне кассы",
    en: "Check the POS's address and the gateway's way to the internet; if both are fine, wait: the POS is down",
  },
  makeKey: {
    ru: "Создайте в кассе ключ и сохраните его в настройках филиала",
    en: "Make a key in the POS and save it in the branch's settings",
  },
  makeSeparateKey: {
    ru: "Заведите шлюзу отдельный ключ",
    en: "Give the gateway a key of its own",
  },
  keepOneWebhook: {
    ru: "Заведите шлюзу отдельный ключ",
    en: "Give the gateway a key of its own",
  },
  askWhyBlocked: {
    ru: "Узнайте причину у поддержки кассы",
    en: "Ask the POS's support why",
  },
  switchKeyOn: { ru: "Включите ключ в кассе", en: "Switch the key on in the POS" },
  renewLicence: {
    ru: "Продлите лицензию у поставщика кассы; ключ менять не нужно",
    en: "Renew the licence with the POS's dealer; the key stays as it is",
  },
  attachRestaurant: {
    ru: "Откройте ключу доступ к ресторану в настройках кассы",
    en: "Let the key see the restaurant in the POS's settings",
  },
  startTill: {
    ru: "Включите главную кассу ресторана и проверьте её интернет",
    en: "Switch on the restaurant's main till and check its internet",
  },
  publishMenu: {
    ru: "Опубликуйте в кассе меню ресторана",
    en: "Publish the restaurant's menu in the POS",
  },
  chooseMenu: {
    ru: "Откройте ключу внешнее меню в настройках кассы",
    en: "Let the key see the external menu in the POS's settings",
  },
  dropPriceCategories: {
    ru: "Уберите у ключа ценовые категории",
    en: "Take the price categories from the key",
  },
  refreshMenu: {
    ru: "Обновите меню кассы (мутация refreshPosMenu)",
    en: "Refresh the POS's menu (the mutation refreshPosMenu)",
  },
  leaveArticleToOne: {
    ru: "Оставьте артикул одному товару в кассе",
    en: "Leave the article to one product in the POS",
  },
  makeDiscount: {
    ru: "Заведите в кассе скидку, которая принимает сумму, и выберите её в настройках филиала",
    en: "Make a discount in the POS that takes a sum, and choose it in the branch's settings",
  },
  makeOrderTypes: {
    ru: "Заведите в кассе типы заказов для доставки и самовывоза",
    en: "Make order types for delivery and pick-up in the POS",
  },
  choosePointsPayment: {
    ru: "Настройки филиала → «Оплата бонусными баллами»: выберите тип оплаты, которым тратят баллы",
    en: "The branch's settings → «Оплата бонусными баллами»: choose the payment type that spends points",
  },
  setUpLoyalty: {
    ru: "Подключите организации программу лояльности в кассе",
    en: "Set up a loyalty programme for the organization in the POS",
  },
  allowUnknownGuests: {
    ru: "Разрешите в кассе заказы гостей, которых нет в базе",
    en: "Allow orders of guests who are not in the POS's base",
  },
  allowLineComments: {
    ru: "Включите в кассе комментарии к позициям",
    en: "Switch on comments on items in the POS",
  },
  chooseAddressFormat: {
    ru: "Выберите в кассе другой формат адресов",
    en: "Choose another address format in the POS",
  },
  changeWays: {
    ru: "Измените виды доставки в настройках кассы",
    en: "Change the ways of delivery in the POS's settings",
  },
  dropConfirmation: {
    ru: "Выключите в кассе подтверждение доставок",
    en: "Switch off the confirmation of deliveries in the POS",
  },
  payAtDoor: {
    ru: "Разрешите в кассе отправлять неоплаченные заказы",
    en: "Let couriers leave with unpaid orders in the POS's settings",
  },
  makeMarketingSource: {
    ru: "Заведите в кассе рекламный источник",
    en: "Make a marketing source in the POS",
  },
} satisfies Record<string, Text>;

type PosTask = keyof typeof USUAL;

/**
 * Where the POS differs from the usual words: where its programs keep something, and what they call
 * it.
 */
export type PosGuidance = Readonly<Partial<Record<PosTask, Text>>>;

/** How the POS is named to people, and what they do there. */
export interface PosWords {
  /**
   * The name people use. In Russian, only verbs without a gender may follow it: the present tense.
   */
  readonly name: string;
  readonly guidance: Readonly<Record<PosTask, Text>>;
}

export function wordsOfPos(vendor: {
  readonly name: string;
  readonly guidance: PosGuidance;
}): PosWords {
  return { name: vendor.name, guidance: { ...USUAL, ...vendor.guidance } };
}

/** For a branch without a POS, on a gateway that knows none. */
export const WORDS_OF_ANY_POS: PosWords = { name: "POS", guidance: USUAL };

/** "…. Or do this": the alternative after the first instruction. */
export function orElse(text: Text): Text {
  return { ru: `Или ${lowered(text.ru)}`, en: `Or ${lowered(text.en)}` };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
