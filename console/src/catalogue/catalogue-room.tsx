import "./catalogue.css";

import { useEffect } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { Tabs } from "../parts/tabs";
import { useAddress } from "../routing/use-address";
import { BranchChoice, useBranch } from "../session/branch-choice";
import { useCounts } from "../shell/counts";
import { CurrencyContext, currencyOf } from "./currency";
import { IikoTab } from "./iiko-tab";
import { IssuesTab } from "./issues-tab";
import { LocksTab } from "./locks-tab";
import { MenuBanners, MenuHead } from "./menu-head";
import { CatalogueHead, type CatalogueHeadAnswer } from "./operations";
import { OursTab } from "./ours-tab";
import { PlanPage } from "./plan-page";
import { StopListTab } from "./stop-list-tab";
import { type TabProps } from "./tab-props";
import { Works } from "./works";

const TABS = ["iiko", "ours", "issues", "stop-list", "locks"] as const;
type TabName = (typeof TABS)[number];

/**
 * From iiko's menu to the catalogue: refresh, see what differs and what is wrong, view a plan, and
 * apply exactly that plan.
 */
export function CatalogueRoom() {
  const { session, shell } = useWords();
  const { branchId } = useBranch();
  return (
    <section className="room catalogue" data-panel="catalogue">
      {branchId === null ? (
        <>
          <h1>{shell.rooms.catalogue}</h1>
          <p className="note">{session.noBranch}</p>
        </>
      ) : (
        <Catalogue key={branchId} branchId={branchId} />
      )}
    </section>
  );
}

function Catalogue({ branchId }: { branchId: string }) {
  const { shell, catalogue: words } = useWords();
  const { rest, query } = useAddress();
  const { answer, failure, ask } = useAnswer(CatalogueHead, { branchId });
  const here = TABS.find((name) => name === rest[0]) ?? "iiko";
  useCountOfErrors(answer);
  const planId = query.get("plan");
  return (
    <>
      <div className="head">
        <h1>{shell.rooms.catalogue}</h1>
        <BranchChoice />
        <MenuHead branchId={branchId} menu={answer?.posMenu} onRead={ask} />
      </div>
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={8} label={shell.loading} />}
      <Works branchId={branchId} isPlanShown={planId !== null} onEnded={ask} />
      {answer && <MenuBanners branchId={branchId} menu={answer.posMenu} onRead={ask} />}
      {answer && (
        <CurrencyContext value={currencyOf(answer)}>
          {planId !== null && <PlanPage key={planId} id={planId} head={answer} onApplied={ask} />}
          {planId === null && (
            <>
              <Tabs
                room="catalogue"
                label={words.tabsLabel}
                here={here}
                among={tabsOf(answer, words)}
              />
              <TabContent here={here} branchId={branchId} head={answer} onChanged={ask} />
            </>
          )}
        </CurrencyContext>
      )}
    </>
  );
}

function TabContent({ here, ...props }: TabProps & { here: TabName }) {
  switch (here) {
    case "iiko":
      return <IikoTab {...props} />;
    case "ours":
      return <OursTab {...props} />;
    case "issues":
      return <IssuesTab {...props} />;
    case "stop-list":
      return <StopListTab {...props} />;
    case "locks":
      return <LocksTab {...props} />;
  }
}

function tabsOf(head: CatalogueHeadAnswer, words: ReturnType<typeof useWords>["catalogue"]) {
  const counts: Record<TabName, number | undefined> = {
    iiko: head.posMenu?.items.totalCount,
    ours: head.products.totalCount,
    issues: head.catalogueIssues.filter(({ severity }) => severity !== "INFO").length,
    "stop-list": head.stopped.totalCount,
    locks: head.locked.totalCount,
  };
  return TABS.map((name) => {
    return { name, label: words.tabs[name], count: counts[name], isWarm: name === "issues" };
  });
}

/** Shown in the navigation: the number of errors that stop products from being imported. */
function useCountOfErrors(answer: CatalogueHeadAnswer | undefined) {
  const { count } = useCounts();
  const errors = answer?.catalogueIssues.filter(({ severity }) => severity === "ERROR").length;
  useEffect(() => {
    if (errors !== undefined) count("catalogue", errors);
  }, [errors, count]);
}
