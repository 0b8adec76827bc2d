import { useEffect, useState } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useEvery } from "../jobs/use-every";
import { CatalogueWorks, type CatalogueWorksAnswer } from "./operations";

export type Work = NonNullable<CatalogueWorksAnswer["branch"]>["catalogueWorks"][number];

const LOOK_MS = 1_000;
/** While nothing is running. */
const IDLE_MS = 3_000;
/** How long an interruption that nobody saw is worth reporting. */
const WORTH_TELLING_MS = 3_600_000;
const NONE: readonly Work[] = [];

/**
 * Long-running work on a branch's catalogue, regardless of who started it: what is running, how
 * work that was seen running has ended, and what was interrupted recently. @param onEnded called
 * when work that was seen running has ended
 */
export function useWorks(branchId: string, onEnded: () => void): readonly Work[] {
  const { answer, ask } = useAnswer(CatalogueWorks, { branchId });
  const works = answer?.branch?.catalogueWorks ?? NONE;
  useEvery(works.some(isRunning) ? LOOK_MS : IDLE_MS, ask);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const running = works.filter(isRunning).map(nameOf);
    setSeen((before) =>
      running.every((name) => before.has(name)) ? before : new Set([...before, ...running]),
    );
  }, [works]);
  const ended = works.filter((work) => !isRunning(work) && seen.has(nameOf(work)));
  const endings = ended.map(nameOf).join();
  useEffect(() => {
    if (endings !== "") onEnded();
  }, [endings, onEnded]);
  return works.filter((work) => isRunning(work) || ended.includes(work) || isNews(work));
}

export function nameOf({ kind, begunAt }: Work): string {
  return `${kind} ${begunAt}`;
}

function isRunning({ state }: Work): boolean {
  return state === "RUNNING";
}

function isNews({ state, begunAt }: Work): boolean {
  return state === "INTERRUPTED" && Date.now() - Date.parse(begunAt) < WORTH_TELLING_MS;
}
