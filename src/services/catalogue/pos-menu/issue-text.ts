import { type MenuIssue } from "../../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type Text } from "../../../domain/texts/locale";
import { type IssueText, UNAPPLIED_WORDS, type Words } from "./unapplied-issue-text";

const REFRESH: Text = { ru: ", затем «Обновить данные»", en: ", then refresh the menu" };

const WORDS: Partial<Record<UserErrorCode, Words>> = {
  ...UNAPPLIED_WORDS,
  [UserErrorCode.DUPLICATE_ARTICLE]: ({ article, names }) => ({
    message: {
      ru: `Один артикул ${article} у разных товаров: ${names}. Ни один из них не импортируется`,
      en: `Different products share the article ${article}: ${names}. None of them is imported`,
    },
    fix: inCard("оставьте артикул одному товару", "leave the article to one product"),
  }),
  [UserErrorCode.PRODUCT_LISTED_TWICE]: ({ names }) => ({
    message: {
      ru: `Товар ${names} стоит в нескольких разделах меню кассы; взят один раз`,
      en: `${names} is listed in several categories of the POS menu; it was taken once`,
    },
    fix: unlessMeant(
      `уберите товар из лишних разделов внешнего меню${REFRESH.ru}`,
      `take the product out of the categories it does not belong to${REFRESH.en}`,
    ),
  }),
  [UserErrorCode.ARTICLE_MISSING]: ({ names }) => ({
    message: {
      ru: `У товара ${names} нет артикула, он не импортируется`,
      en: `${names} has no article and is not imported`,
    },
    fix: inCard("заполните артикул цифрами", "give the product an article of digits"),
  }),
  [UserErrorCode.ARTICLE_NOT_NUMERIC]: ({ article, names }) => ({
    message: {
      ru: `Артикул «${article}» товара ${names} — не 1–20 цифр, товар не импортируется`,
      en: `The article "${article}" of ${names} is not 1 to 20 digits, so the product is not imported`,
    },
    fix: inCard("замените артикул цифрами", "replace the article by digits"),
  }),
  [UserErrorCode.ARTICLE_OF_SIZE]: ({ article, names, detail }) => ({
    message: {
      ru: `У размеров товара ${names} свои артикулы (${detail}); они не импортируются`,
      en: `The sizes of ${names} have articles of their own (${detail}); those are not imported`,
    },
    fix:
      article === null
        ? inCard("дайте артикул самому товару", "give the product itself an article")
        : {
            ru: `Импортируйте товар по его артикулу ${article}: размеры придут вместе с ним`,
            en: `Import the product by its own article ${article}: its sizes come with it`,
          },
  }),
  [UserErrorCode.ARTICLE_NOT_IN_EXTERNAL_MENU]: ({ article, names }) => ({
    message: {
      ru: `Артикула ${article} (${names}) из каталога нет в меню кассы: заказ с ним касса не примет`,
      en: `The POS menu has no article ${article} (${names}) of the catalogue: the till will refuse orders of it`,
    },
    fix: {
      ru: `Верните товар во внешнее меню или уберите его из каталога${REFRESH.ru}`,
      en: `Put the product back on the external menu or take it off the catalogue${REFRESH.en}`,
    },
  }),
  [UserErrorCode.OPTIONS_MISSING]: ({ names, detail }) => optionsMissing(names, detail),
  [UserErrorCode.PRODUCT_VANISHED]: ({ article, names, detail }) => ({
    message: {
      ru: `Товар ${names} (артикул ${article ?? "—"}) пропал из меню кассы ${day(detail)}`,
      en: `${names} (article ${article ?? "—"}) left the POS menu on ${day(detail)}`,
    },
    fix: {
      ru: `Если товар продаётся, верните его во внешнее меню${REFRESH.ru}. Если нет — уберите из каталога`,
      en: `If it is sold, put it back on the external menu${REFRESH.en}. If not, take it off the catalogue`,
    },
  }),
  [UserErrorCode.ARTICLE_CHANGED]: ({ article, names, detail }) => ({
    message: {
      ru: `Артикул товара ${names} сменился: был ${detail}, стал ${article ?? "—"}`,
      en: `The article of ${names} has changed from ${detail} to ${article ?? "—"}`,
    },
    fix: inCard(
      "верните прежний артикул, если его меняли по ошибке; иначе импортируйте товар по новому и уберите прежний",
      "bring the earlier article back if the change was a mistake; else import the product again and drop the old one",
    ),
  }),
  [UserErrorCode.ZERO_PRICE]: ({ names }) => ({
    message: {
      ru: `Цена товара ${names} — 0: он продаётся бесплатно`,
      en: `The price of ${names} is 0: it is sold for free`,
    },
    fix: inCard("проверьте цену, если это не подарок", "check the price unless it is a gift"),
  }),
  [UserErrorCode.PRICE_IN_REQUIRED_OPTION]: ({ names }) => ({
    message: {
      ru: `Сам товар ${names} стоит 0, цена — в обязательной опции; гостю показывается цена с опцией`,
      en: `${names} costs 0 by itself, its price is in a required option; guests see the price with the option`,
    },
    fix: unlessMeant(
      `поставьте цену самому товару, обновите внешнее меню${REFRESH.ru}`,
      `give the product itself a price, refresh the external menu${REFRESH.en}`,
    ),
  }),
  [UserErrorCode.MENU_HELD_BACK]: ({ detail }) => ({
    message: {
      ru: `Новое меню кассы отложено, действует прежнее: в новом нет ${detail} товаров — больше половины`,
      en: `The POS's new menu was held back and the last one kept: ${detail} products are gone, more than half`,
    },
    fix: {
      ru: "Проверьте внешнее меню ресторана. Если так и задумано: refreshPosMenu с acceptShrunken: true",
      en: "Check the external menu in the POS. If that is meant: refreshPosMenu with acceptShrunken: true",
    },
  }),
};

/** @param names groups as returned by `quoted` */
export function optionsMissing(names: string, groups: string): IssueText {
  return {
    message: {
      ru: `Товар ${names} нельзя заказать: для обязательного выбора ${groups} в каталоге мало опций, которые продаёт касса`,
      en: `${names} cannot be ordered: the catalogue has too few options that the till sells for the choice of ${groups}`,
    },
    fix: {
      ru: "Импортируйте опции этого товара: importSection с его артикулом и полем OPTIONS",
      en: "Import its options: importSection with its article and the field OPTIONS",
    },
  };
}

export function quoted(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => `«${name}»`).join(", ");
}

/** An option may belong to a great many products. */
const MOST_NAMES = 5;

function namesOf(posProducts: MenuIssue["posProducts"]): string {
  const others = posProducts.length - MOST_NAMES;
  return quoted(posProducts.slice(0, MOST_NAMES)) + (others > 0 ? ` … (+${others})` : "");
}

export function issueText(issue: MenuIssue): IssueText {
  const words = WORDS[issue.code];
  if (!words) throw new Error(`No words for ${issue.code}`);
  const names = namesOf(issue.posProducts);
  return words({ ...issue, names, detail: issue.detail ?? "" });
}

function inCard(ru: string, en: string): Text {
  return {
    ru: `В карточке номенклатуры ${ru}, обновите внешнее меню${REFRESH.ru}`,
    en: `In the product's card in the POS ${en}, refresh the external menu${REFRESH.en}`,
  };
}

function unlessMeant(ru: string, en: string): Text {
  return {
    ru: `Ничего, если так и задумано; иначе ${ru}`,
    en: `Nothing if that is meant; else ${en}`,
  };
}

function day(moment: string): string {
  return moment.slice(0, 10);
}
