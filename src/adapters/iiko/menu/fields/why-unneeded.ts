import { type Text } from "../../../../domain/texts/locale";

/**
 * Why the gateway ignores a field of a menu. None of these fields changes what may be sold, or for
 * how much.
 */
export type WhyUnneeded =
  | "DISPLAY"
  | "TILL_SCREEN"
  | "TAXES"
  | "ACCOUNTING"
  | "SPLITTING"
  | "MARKETING"
  | "SEARCH_ENGINES"
  | "TOLD_ELSEWHERE"
  | "ENVELOPE";

export const WHY_UNNEEDED: Readonly<Record<WhyUnneeded, Text>> = {
  DISPLAY: {
    ru: "украшает меню; витрина показывает своё",
    en: "decorates a menu; a storefront shows what is its own",
  },
  TILL_SCREEN: {
    ru: "как это показывают касса и сайт iiko",
    en: "how the till and iiko's own site show it",
  },
  TAXES: {
    ru: "налоги считает и чеки печатает касса",
    en: "the till reckons the taxes and prints the receipt",
  },
  ACCOUNTING: {
    ru: "учёт в бэк-офисе: категории, штрихкоды, склад",
    en: "the back office's accounting: categories, bar codes, stock",
  },
  SPLITTING: {
    ru: "как касса делит позицию между гостями",
    en: "how the till splits a line between guests",
  },
  MARKETING: {
    ru: "метки гостей для рассылок и акций iiko",
    en: "guests' tags for iiko's mailings and campaigns",
  },
  SEARCH_ENGINES: {
    ru: "тексты для поисковых систем",
    en: "texts for search engines",
  },
  TOLD_ELSEWHERE: {
    ru: "то же сказано другим полем",
    en: "another field says the same",
  },
  ENVELOPE: {
    ru: "о самом ответе, а не о меню",
    en: "about the answer, not about the menu",
  },
};
