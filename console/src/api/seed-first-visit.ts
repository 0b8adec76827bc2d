import { type defaultTabs } from "./default-tabs";

/**
 * GraphiQL 5.4 leaves the variables of the first default tab out: it fills that editor from its
 * storage only. So on a first visit the storage gets them, under GraphiQL's own keys, and the width
 * of panels: GraphiQL's own is for its short lists.
 */
export function seedFirstVisit(storage: Storage, [first]: ReturnType<typeof defaultTabs>): void {
  if (!first || storage.getItem("graphiql:tabState") !== null) return;
  storage.setItem("graphiql:query", first.query);
  storage.setItem("graphiql:variables", first.variables);
  storage.setItem("graphiql:docExplorerFlex", "1.2");
}
