import { type IssueSchedule, type MenuIssue } from "../../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type Text } from "../../../domain/texts/locale";
import { scheduleInWords } from "./schedule-words";

/** An issue in words, and what to do about it. */
export interface IssueText {
  readonly message: Text;
  readonly fix: Text;
}

export type Words = (
  issue: MenuIssue & { readonly names: string; readonly detail: string },
) => IssueText;

/**
 * Information in the POS's menu on which the gateway does not act: what it says, what happens
 * today, and what to do.
 */
export const UNAPPLIED_WORDS: Partial<Record<UserErrorCode, Words>> = {
  [UserErrorCode.SCHEDULE_NOT_APPLIED]: ({ schedule, names }) => notKept(schedule, names),
  [UserErrorCode.PRICE_CHANGE_AHEAD]: ({ names, detail }) => ({
    message: {
      ru: `Цена товара ${names} в кассе сменится: ${detail}. До синхронизации цен гости видят и платят прежнюю`,
      en: `The price of ${names} will change in the POS: ${detail}. Until prices are synced, guests see and pay the old one`,
    },
    fix: {
      ru: "В этот день «Обновить данные» и синхронизация цен (refreshPosMenu, syncPrices)",
      en: "On that day refreshPosMenu and syncPrices",
    },
  }),
  [UserErrorCode.MODIFIER_SCHEME]: ({ names, detail }) => ({
    message: {
      ru: `У товара ${names} есть схема модификаторов «${detail}», но он не составной. Он заказывается как обычное блюдо, без половинок; касса может его не принять`,
      en: `${names} has the modifier scheme "${detail}" and is no compound dish. It is ordered as a plain dish, without halves; the till may refuse it`,
    },
    fix: {
      ru: "Сделайте пробный заказ. Если касса его не примет, снимите схему в карточке товара или сделайте товар составным",
      en: "Place a trial order. If the till refuses it, take the scheme off the product's card or make it a compound dish",
    },
  }),
  [UserErrorCode.SOLD_BY_MEASURE]: ({ names, detail }) => ({
    message: {
      ru: `Товар ${names} продаётся не порциями: единица «${detail}». Гость единицы не видит: цена показана как за порцию, заказать можно любое количество`,
      en: `${names} is not sold by the portion: its unit is "${detail}". Guests do not see the unit: the price looks like that of a portion, and any quantity can be ordered`,
    },
    fix: {
      ru: "Назовите единицу и вес в названии товара, или заведите порцию отдельным товаром",
      en: "Name unit and weight in the product's name, or make the portion a product of its own",
    },
  }),
  [UserErrorCode.OPEN_PRICE]: ({ names }) => ({
    message: {
      ru: `Цену товара ${names} может назначить кассир. Гости платят цену из меню`,
      en: `The cashier may set the price of ${names}. Guests pay the price of the menu`,
    },
    fix: {
      ru: "Ничего, если цена в меню верна; иначе уберите товар из каталога",
      en: "Nothing if the menu's price is right; else take the product off the catalogue",
    },
  }),
  [UserErrorCode.MARKED_GOODS]: ({ names }) => ({
    message: {
      ru: `Товар ${names} маркирован: код с упаковки сканирует кассир. Заказ уходит в кассу без кода, как и все`,
      en: `${names} is a marked good: the cashier scans the code of its pack. Orders reach the till without a code, as all do`,
    },
    fix: {
      ru: "Проверьте, что товар можно продавать с доставкой и что касса спросит код; иначе уберите его из каталога",
      en: "Check that it may be sold for delivery and that the till asks for the code; else take it off the catalogue",
    },
  }),
  [UserErrorCode.OPTION_AMOUNT_INDEPENDENT]: ({ names, detail }) => ({
    message: {
      ru: `Опция ${detail} товаров ${names} в кассе не зависит от количества блюда, а здесь берётся и считается за каждую порцию`,
      en: `The option ${detail} of ${names} does not depend on the dish's quantity in the POS; here it is taken and charged with each portion`,
    },
    fix: {
      ru: "В карточке блюда снимите «количество не зависит от количества блюда», или сверьте сумму пробного заказа на две порции",
      en: "Take the independent amount off the option in the dish's card, or check the sum of a trial order of two portions",
    },
  }),
  [UserErrorCode.OPTIONS_DIFFER_BY_SIZE]: ({ names, detail }) => ({
    message: {
      ru: `У товара ${names} выбор ${detail} в разных размерах разный. Действуют ограничения основного размера; чего в нём нет, не продаётся`,
      en: `${names} has another choice of ${detail} with another size. The limits of the main size hold; what that size lacks is not sold`,
    },
    fix: {
      ru: "Сделайте группы одинаковыми во всех размерах, или продавайте размеры отдельными товарами",
      en: "Make the groups alike in all sizes, or sell the sizes as products of their own",
    },
  }),
};

/** @param names those of the products in a category, or that of the product itself */
function notKept(schedule: IssueSchedule | undefined, names: string): IssueText {
  const { of = "MENU", name = null, title = null } = schedule ?? {};
  const hours = scheduleInWords(schedule ?? { of, name, title, periods: [] });
  const titled = title === null ? "" : ` «${title}»`;
  const whose: Text = {
    MENU: { ru: "У меню кассы", en: "The POS menu" },
    CATEGORY: { ru: `У раздела «${name ?? "—"}»`, en: `The category «${name ?? "—"}»` },
    PRODUCT: { ru: `У товара ${names}`, en: names },
  }[of];
  return {
    message: {
      ru: `${whose.ru} есть расписание${titled}: ${hours.ru}. Шлюз не может его соблюдать: всё показывается и принимается в любое время`,
      en: `${whose.en} has a schedule${titled}: ${hours.en}. The gateway cannot keep it: everything is shown and taken at any time`,
    },
    fix: {
      ru: "Запишите расписание часами и днями недели, или вне этих часов ставьте блюда на стоп-лист кассы",
      en: "Write the schedule as hours and days of the week, or put the dishes on the till's stop list outside it",
    },
  };
}
