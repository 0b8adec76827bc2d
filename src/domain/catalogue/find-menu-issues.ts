import { UserErrorCode } from "../errors/user-error-code";
import { isArticle } from "./article";
import { type MenuIssue, Severity } from "./menu-issue";
import {
  type PosMenuCategory,
  type PosMenuComboGroup,
  type PosMenuItem,
  type PosMenuOptionGroup,
} from "./pos-menu";

/**
 * Finds what is wrong with a menu in itself, in menu order; other functions find what a change did
 * to it and what the catalogue lacks from it. Each issue blocks at most its own products.
 *
 * @param listedTwice ids of products that the POS listed in more than one place
 */
export function findMenuIssues(
  categories: readonly PosMenuCategory[],
  listedTwice: ReadonlySet<string>,
): MenuIssue[] {
  const items = categories.flatMap((category) => category.items);
  const byArticle = new Map<string | null, PosMenuItem[]>();
  for (const item of items) {
    const namesakes = byArticle.get(item.article);
    if (namesakes) namesakes.push(item);
    else byArticle.set(item.article, [item]);
  }
  return items.flatMap((item) => [
    ...articleIssues(item, byArticle.get(item.article) ?? []),
    ...(listedTwice.has(item.posProductId)
      ? [issue(item, UserErrorCode.PRODUCT_LISTED_TWICE, Severity.INFO)]
      : []),
    ...priceIssues(item),
  ]);
}

function articleIssues(item: PosMenuItem, namesakes: readonly PosMenuItem[]): MenuIssue[] {
  // Most menu formats have no articles for combos at all, so there is nothing to fix.
  if (item.article === null) {
    return item.combo
      ? []
      : [issue(item, UserErrorCode.ARTICLE_MISSING, Severity.ERROR), ...sizeArticles(item)];
  }
  const found: MenuIssue[] = [];
  if (namesakes.length > 1 && namesakes[0] === item) {
    const posProducts = namesakes.map(({ posProductId, name }) => ({ posProductId, name }));
    found.push({ ...issue(item, UserErrorCode.DUPLICATE_ARTICLE, Severity.ERROR), posProducts });
  }
  if (!isArticle(item.article)) {
    found.push(issue(item, UserErrorCode.ARTICLE_NOT_NUMERIC, Severity.ERROR));
  }
  return [...found, ...sizeArticles(item)];
}

/**
 * Sizes are identified by their product's article; their own, often "00064-S", only confuse anyone
 * who types them in.
 */
function sizeArticles(item: PosMenuItem): MenuIssue[] {
  const articles = item.sizes
    .map(({ article }) => article)
    .filter((article) => article !== item.article);
  const detail = articles.filter((article) => article !== null).join(", ");
  return detail === ""
    ? []
    : [{ ...issue(item, UserErrorCode.ARTICLE_OF_SIZE, Severity.INFO), detail }];
}

function priceIssues(item: PosMenuItem): MenuIssue[] {
  if (!item.sizes.some(({ price }) => price === 0) || item.comboGroups?.some(isPaidPart)) return [];
  return item.optionGroups.some(isPaidFor)
    ? [issue(item, UserErrorCode.PRICE_IN_REQUIRED_OPTION, Severity.INFO)]
    : [issue(item, UserErrorCode.ZERO_PRICE, Severity.WARNING)];
}

/** A cake with a price of zero may be sold by the slice or whole. */
function isPaidFor({ min, freeAmount, options }: PosMenuOptionGroup): boolean {
  return (
    min > freeAmount && options.some(({ price, hidden }) => !hidden && price !== null && price > 0)
  );
}

function isPaidPart({ choices }: PosMenuComboGroup): boolean {
  return choices.some(({ price }) => price !== null && price > 0);
}

function issue(item: PosMenuItem, code: UserErrorCode, severity: Severity): MenuIssue {
  const { article, posProductId, name } = item;
  return { code, severity, article, posProducts: [{ posProductId, name }] };
}
