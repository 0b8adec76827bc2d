import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";

import { go, useAddress } from "../routing/use-address";
import { type KnownBranch, useSession } from "./session";

/** The branches that the rooms are about. */
interface Scope {
  /** Those that were chosen, else all of the key's. */
  readonly branches: readonly KnownBranch[];
  readonly isAll: boolean;
  /** @param ids none: all branches */
  readonly choose: (ids: readonly string[]) => void;
}

/** In the address, so that a link shows the same; remembered for the next visit. */
const FILTER = "branch";
const STORED_SCOPE = "console:branches";

const ScopeContext = createContext<Scope | null>(null);

export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("There is no scope here");
  return scope;
}

export function ScopeProvider({ children }: { children: ReactNode }) {
  const { branches } = useSession();
  const { query } = useAddress();
  const wanted = query.get(FILTER) ?? "";
  useEffect(() => {
    const stored = localStorage.getItem(STORED_SCOPE) ?? "";
    if (wanted === "" && stored !== "") write(stored, "replace");
    // Once, when the console opens; from then on the address has the word.
  }, []);
  const scope = useMemo(() => {
    const all = branches ?? [];
    const ids = new Set(wanted.split(",").filter(Boolean));
    const chosen = all.filter(({ id }) => ids.has(id));
    const isAll = chosen.length === 0 || chosen.length === all.length;
    return { branches: isAll ? all : chosen, isAll, choose: chooseBranches };
  }, [branches, wanted]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** The filters of a link, and the chosen branches with them. */
export function useScopedQuery(filters: Readonly<Record<string, string>> = {}): URLSearchParams {
  const { query } = useAddress();
  const scoped = new URLSearchParams(filters);
  const chosen = query.get(FILTER);
  if (chosen !== null && !scoped.has(FILTER)) scoped.set(FILTER, chosen);
  return scoped;
}

function chooseBranches(ids: readonly string[]): void {
  write(ids.join(","), "push");
}

function write(ids: string, how: "push" | "replace"): void {
  localStorage.setItem(STORED_SCOPE, ids);
  const query = new URLSearchParams(location.search);
  if (ids === "") query.delete(FILTER);
  else query.set(FILTER, ids);
  const search = query.toString();
  go(search === "" ? location.pathname : `${location.pathname}?${search}`, how);
}
