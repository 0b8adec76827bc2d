import { type PosMenuComboChoice } from "./pos-menu";

/**
 * The digits by which both systems identify a product. A string, because leading zeros matter and
 * 20 digits overflow every number type.
 */
export function isArticle(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}

export function hasArticle<Choice extends PosMenuComboChoice>(
  choice: Choice,
): choice is Choice & { readonly article: string } {
  return choice.article !== null && isArticle(choice.article);
}
