import { isStorable } from "../../../domain/texts/storable-text";
import { isLonger } from "../../../domain/texts/text-length";
import { type UserFault } from "../../../domain/faults/user-fault";
import { invalid, required } from "../../branches/changes/branch-fault";

export const MAX_ARTICLES = 10_000;
/** What is named in a plan is printed there: nobody's article is longer. */
export const MAX_ARTICLE_LENGTH = 100;

/** What is wrong with the articles a plan is asked for. */
export function articleFaults(articles: readonly string[]): UserFault[] {
  const field = ["input", "articles"];
  const faults: UserFault[] = [];
  if (articles.length === 0) faults.push(required(field, "Выберите товары", "Choose articles"));
  if (articles.length > MAX_ARTICLES) {
    faults.push(
      invalid(
        field,
        `Не более ${MAX_ARTICLES} товаров за раз`,
        `At most ${MAX_ARTICLES} articles a time`,
      ),
    );
  }
  if (articles.some((article) => isLonger(article, MAX_ARTICLE_LENGTH) || !isStorable(article))) {
    faults.push(
      invalid(field, "Такого артикула быть не может", "One of these cannot be an article"),
    );
  }
  return faults;
}

export function percentFaults(maxChangePercent: number): UserFault[] {
  if (maxChangePercent >= 0) return [];
  const field = ["input", "maxChangePercent"];
  return [invalid(field, "Процент не бывает отрицательным", "A percentage is not negative")];
}
