import { GraphiQL } from "graphiql";
import { defaultTabs } from "./default-tabs";
import { gatewayFetcher } from "./gateway-fetcher";

const fetcher = gatewayFetcher(window.location);

/** GraphiQL on this gateway. Keys typed into the headers tab are not kept in the browser. */
export function Console() {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={defaultTabs}
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>Result.Rest gateway</GraphiQL.Logo>
    </GraphiQL>
  );
}
