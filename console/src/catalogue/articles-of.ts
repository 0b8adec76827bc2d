import { type Gateway } from "../gateway/gateway";
import { CategoryArticles, type CategoryArticlesAnswer } from "./operations";

/** Every article of a category; products without one cannot be imported. */
export async function articlesOf(
  gateway: Gateway,
  branchId: string,
  categoryId: string,
): Promise<string[]> {
  const articles: string[] = [];
  let after: string | null = null;
  do {
    const { posMenu }: CategoryArticlesAnswer = await gateway.ask(CategoryArticles, {
      branchId,
      categoryId,
      after,
    });
    articles.push(...(posMenu?.items.nodes.flatMap(({ article }) => article ?? []) ?? []));
    after = posMenu?.items.pageInfo.hasNextPage ? posMenu.items.pageInfo.endCursor : null;
  } while (after !== null);
  return articles;
}
