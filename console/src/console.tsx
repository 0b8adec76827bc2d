import { GraphiQL } from "graphiql";
import { type defaultTabs } from "./default-tabs";
import { gatewayFetcher } from "./gateway-fetcher";

const fetcher = gatewayFetcher(window.location);

/** GraphiQL on this gateway. Keys typed into the headers tab are not kept in the browser. */
export function Console({ tabs }: { tabs: ReturnType<typeof defaultTabs> }) {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={tabs}
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>Result.Rest gateway</GraphiQL.Logo>
    </GraphiQL>
  );
}
