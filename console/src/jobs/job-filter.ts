import { useMemo } from "react";

import { useFilter } from "../routing/use-filter";
import { useScope } from "../session/scope";
import { type JobsPageVariables } from "./operations";

export const SHOWN = ["all", "dead", "running", "waiting"] as const;
export type Shown = (typeof SHOWN)[number];

const STATES: Record<Shown, JobsPageVariables["states"]> = {
  all: null,
  dead: ["DEAD"],
  running: ["RUNNING"],
  waiting: ["QUEUED", "RETRYING"],
};

/** What the address filters the list by: a state, a kind, and the chosen branches. */
export function useJobFilter() {
  const [state, choose] = useFilter("state");
  const [kind, chooseKind] = useFilter("kind");
  const { branches, isAll } = useScope();
  const shown = SHOWN.find((one) => one === state) ?? "all";
  const ids = isAll ? null : branches.map(({ id }) => id).join();
  const among = useMemo(() => {
    const branchIds = ids === null ? null : ids.split(",");
    return { kinds: kind === "" ? null : [kind], branchIds };
  }, [kind, ids]);
  const asked = useMemo(() => ({ ...among, states: STATES[shown] ?? null }), [among, shown]);
  const show = (value: Shown) => choose(value === "all" ? "" : value);
  return { shown, show, kind, chooseKind, among, asked };
}
