import { type defaultTabs } from "./default-tabs";

/**
 * GraphiQL 5.4 ignores the variables of the first default tab: it fills that editor only from its
 * storage. On a first visit we therefore write them to the storage, under GraphiQL's own keys, and
 * also the width of the panels, because GraphiQL's default is meant for its short lists.
 */
export function seedFirstVisit(storage: Storage, [first]: ReturnType<typeof defaultTabs>): void {
  if (!first || storage.getItem("graphiql:tabState") !== null) return;
  storage.setItem("graphiql:query", first.query);
  storage.setItem("graphiql:variables", first.variables);
  storage.setItem("graphiql:docExplorerFlex", "1.2");
}
