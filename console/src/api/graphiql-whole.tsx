import "./monaco-workers";
import "graphiql/style.css";
import "./api.css";

import { GraphiQL } from "graphiql";
import { useMemo } from "react";

import { useSession } from "../session/session";
import { useTheme } from "../theme";
import { API_PLUGINS } from "./api-plugins";
import { type defaultTabs } from "./default-tabs";
import { gatewayFetcher } from "./gateway-fetcher";

/** GraphiQL for this gateway. Keys typed into its headers tab are not stored in the browser. */
export function GraphiqlWhole({ tabs }: { tabs: ReturnType<typeof defaultTabs> }) {
  const { credentials } = useSession();
  const { theme } = useTheme();
  const fetcher = useMemo(() => gatewayFetcher(location.origin, credentials), [credentials]);
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={API_PLUGINS}
      defaultTabs={tabs}
      forcedTheme={theme}
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    />
  );
}
