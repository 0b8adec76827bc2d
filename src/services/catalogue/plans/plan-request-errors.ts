import { type UserError } from "../../../domain/errors/user-error";
import { isStorable } from "../../../domain/texts/storable-text";
import { isLonger } from "../../../domain/texts/text-length";
import { invalid, required } from "../../branches/changes/branch-error";

export const MAX_ARTICLES = 10_000;
/** Articles named in a plan are printed there; no real article is longer. */
export const MAX_ARTICLE_LENGTH = 100;

/** Errors in the articles for which a plan is requested. */
export function articleErrors(articles: readonly string[]): UserError[] {
  const field = ["input", "articles"];
  const userErrors: UserError[] = [];
  if (articles.length === 0) userErrors.push(required(field, "Выберите товары", "Choose articles"));
  if (articles.length > MAX_ARTICLES) {
    userErrors.push(
      invalid(
        field,
        `Не более ${MAX_ARTICLES} товаров за раз`,
        `At most ${MAX_ARTICLES} articles a time`,
      ),
    );
  }
  if (articles.some((article) => isLonger(article, MAX_ARTICLE_LENGTH) || !isStorable(article))) {
    userErrors.push(
      invalid(field, "Такого артикула быть не может", "One of these cannot be an article"),
    );
  }
  return userErrors;
}

export function percentErrors(maxChangePercent: number): UserError[] {
  if (maxChangePercent >= 0) return [];
  const field = ["input", "maxChangePercent"];
  return [invalid(field, "Процент не бывает отрицательным", "A percentage is not negative")];
}
