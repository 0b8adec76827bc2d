import { type Gateway } from "../gateway/gateway";
import { FoundArticles, type FoundArticlesAnswer, type PosItemsVariables } from "./operations";

/** Every article in a list of iiko's menu; products without one cannot be imported. */
export async function foundArticles(gateway: Gateway, asked: PosItemsVariables): Promise<string[]> {
  const articles: string[] = [];
  let after: string | null = null;
  do {
    const { posMenu }: FoundArticlesAnswer = await gateway.ask(FoundArticles, { ...asked, after });
    articles.push(...(posMenu?.items.nodes.flatMap(({ article }) => article ?? []) ?? []));
    after = posMenu?.items.pageInfo.hasNextPage ? posMenu.items.pageInfo.endCursor : null;
  } while (after !== null);
  return articles;
}
