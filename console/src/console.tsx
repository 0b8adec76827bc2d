import { GraphiQL } from "graphiql";
import { ConsoleBar } from "./console-bar";
import { type defaultTabs } from "./default-tabs";
import { LanguageProvider } from "./language/language";
import { PANELS } from "./panels";
import { BranchProvider } from "./session/branch-choice";
import { SessionProvider, useSession } from "./session/session";
import { useTheme } from "./theme";

type Tabs = ReturnType<typeof defaultTabs>;

/**
 * GraphiQL on this gateway, with panels for operators. Keys typed into the headers tab are not kept
 * in the browser.
 */
export function Console({ tabs }: { tabs: Tabs }) {
  return (
    <LanguageProvider>
      <SessionProvider>
        <BranchProvider>
          <Workplace tabs={tabs} />
        </BranchProvider>
      </SessionProvider>
    </LanguageProvider>
  );
}

function Workplace({ tabs }: { tabs: Tabs }) {
  const { fetcher } = useSession();
  const [theme, setTheme] = useTheme();
  return (
    <div className="console">
      <ConsoleBar theme={theme} onTheme={setTheme} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={PANELS}
          defaultTabs={tabs}
          forcedTheme={theme}
          shouldPersistHeaders={false}
          defaultEditorToolsVisibility="variables"
        />
      </main>
    </div>
  );
}
