import { useLanguage, useWords } from "../language/language";
import { useSum } from "../parts/use-sum";
import { type PromotionRow } from "./operations";

const LANGUAGES = { ru: "ru-RU", en: "en-GB" };

/** Formats a day for reading: «1 декабря», with the year when it is not the current one. */
export function useDay(): (day: string) => string {
  const { language } = useLanguage();
  return (day) => {
    const isOfThisYear = Number(day.slice(0, 4)) === new Date().getFullYear();
    return new Intl.DateTimeFormat(LANGUAGES[language], {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
      ...(!isOfThisYear && { year: "numeric" as const }),
    }).format(new Date(day));
  };
}

/** Describes in words what a promotion gives, and when. */
export function usePromotionTexts() {
  const { promotions: words } = useWords();
  const sum = useSum();
  const day = useDay();
  return {
    gives: (promotion: PromotionRow) => {
      if (promotion.percent !== null) return words.percent(promotion.percent);
      if (promotion.sum !== null) return words.minus(sum(promotion.sum));
      return words.gift(promotion.giftArticle ?? "", promotion.giftQuantity ?? 1);
    },
    when: ({ startsOn, endsOn }: PromotionRow) =>
      words.days(startsOn && day(startsOn), endsOn && day(endsOn)),
  };
}
