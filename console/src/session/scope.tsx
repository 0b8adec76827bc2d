import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";

import { go, useAddress } from "../routing/use-address";
import { type KnownBranch, useSession } from "./session";
import { type KnownCompany, useCompanies } from "./use-companies";

/** The branches that the rooms show. */
interface Scope {
  /** The chosen branches, otherwise all of the company's, otherwise all of the key's. */
  readonly branches: readonly KnownBranch[];
  /** All of the key's branches, whatever their company. */
  readonly isAll: boolean;
  /** The branches from which `branches` were chosen. */
  readonly offered: readonly KnownBranch[];
  /** @param ids empty means all that are offered */
  readonly choose: (ids: readonly string[]) => void;
  /** The companies of a platform; empty when the key works for one company. */
  readonly companies: readonly KnownCompany[];
  /** null means all of them. */
  readonly company: KnownCompany | null;
  /** @param id "" means all of them */
  readonly chooseCompany: (id: string) => void;
}

/** Kept in the address, so that a link shows the same, and remembered for the next visit. */
const STORED = { branch: "console:branches", company: "console:company" } as const;
type Filter = keyof typeof STORED;
const FILTERS: readonly Filter[] = ["branch", "company"];

/**
 * A page of branches: whether the POS, the till and the staff can be reached is requested for no
 * more than that.
 */
const MOST_SHOWN = 100;

/** The branches whose state is on the screen, oldest first, in the order of `branches`. */
export function shownIds(branches: readonly KnownBranch[]): string[] {
  return branches.slice(0, MOST_SHOWN).map(({ id }) => id);
}

const ScopeContext = createContext<Scope | null>(null);

export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("There is no scope here");
  return scope;
}

export function ScopeProvider({ children }: { children: ReactNode }) {
  const { branches } = useSession();
  const { query } = useAddress();
  const companies = useCompanies();
  const [wanted, wantedCompany] = FILTERS.map((filter) => query.get(filter) ?? "");
  useEffect(() => {
    for (const filter of FILTERS) {
      const stored = localStorage.getItem(STORED[filter]) ?? "";
      if (!query.has(filter) && stored !== "") write({ [filter]: stored }, "replace");
    }
    // Runs once, when the console opens; after that, the address decides.
  }, []);
  const scope = useMemo(() => {
    const company = companies.find(({ id }) => id === wantedCompany) ?? null;
    const offered = (branches ?? []).filter(
      ({ companyId }) => company === null || companyId === company.id,
    );
    const ids = new Set(wanted?.split(","));
    const chosen = offered.filter(({ id }) => ids.has(id));
    const isWhole = chosen.length === 0 || chosen.length === offered.length;
    const reach = { branches: isWhole ? offered : chosen, isAll: isWhole && company === null };
    return { ...reach, offered, companies, company, choose: chooseBranches, chooseCompany };
  }, [branches, companies, wanted, wantedCompany]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** A link's filters together with the current scope. */
export function useScopedQuery(filters: Readonly<Record<string, string>> = {}): URLSearchParams {
  const { query } = useAddress();
  const scoped = new URLSearchParams(filters);
  for (const filter of FILTERS) {
    const chosen = query.get(filter);
    if (chosen !== null && !scoped.has(filter)) scoped.set(filter, chosen);
  }
  return scoped;
}

function chooseBranches(ids: readonly string[]): void {
  write({ branch: ids.join(",") }, "push");
}

function chooseCompany(company: string): void {
  write({ company, branch: "" }, "push");
}

/** @param chosen value of each filter; "" means everything */
function write(chosen: Partial<Record<Filter, string>>, how: "push" | "replace"): void {
  const query = new URLSearchParams(location.search);
  for (const filter of FILTERS) {
    const value = chosen[filter];
    if (value === undefined) continue;
    localStorage.setItem(STORED[filter], value);
    if (value === "") query.delete(filter);
    else query.set(filter, value);
  }
  const search = query.toString();
  go(search === "" ? location.pathname : `${location.pathname}?${search}`, how);
}
