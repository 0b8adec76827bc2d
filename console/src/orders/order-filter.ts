import { useMemo } from "react";

import { useAddress } from "../routing/use-address";
import { useScope } from "../session/scope";
import { dayBounds, daysBefore, dayTyped } from "./days";
import { type OrdersPageVariables } from "./operations";
import { useDay } from "./use-day";

type Filter = OrdersPageVariables["filter"];

export const PERIODS = ["today", "yesterday", "week", "all"] as const;
type Period = (typeof PERIODS)[number];

const OVER = ["CANCELLED"] as const;
const NOT_IN_TILL = [
  "QUEUED",
  "SENDING",
  "AWAITING_POS",
  "RETRY_SCHEDULED",
  "OUTCOME_UNKNOWN",
  "FALLBACK_SENT",
  "DEAD_LETTERED",
] as const;

/** What the address filters the list by, using its words and the calendar of the first branch. */
export function useOrderFilter(): OrdersPageVariables {
  const { query } = useAddress();
  const { branches, isAll } = useScope();
  const search = query.toString();
  const ids = isAll ? null : branches.map(({ id }) => id).join();
  const zone = branches[0]?.timeZone ?? "UTC";
  const today = useDay(zone);
  return useMemo(() => {
    const asked = new URLSearchParams(search);
    const branchIds = ids === null ? null : ids.split(",");
    const filter: Filter = { ...ofChip(asked), ...ofWords(asked, zone, today), branchIds };
    return { filter, sort: "NEEDS_PEOPLE_FIRST", after: null };
  }, [search, ids, zone, today]);
}

export function periodOf(query: URLSearchParams): Period {
  const wanted = query.get("period");
  return PERIODS.find((one) => one === wanted) ?? (query.get("q") ? "all" : "today");
}

function ofChip(query: URLSearchParams): Filter {
  switch (query.get("show")) {
    case "waiting":
      return { needsPerson: true };
    case "till":
      return { injectionStates: [...NOT_IN_TILL] };
    case "late":
      return { attention: ["LATE"] };
    case "delivery":
      return { fulfilments: ["DELIVERY"] };
    case "pickup":
      return { fulfilments: ["PICKUP", "DINE_IN"] };
    case "cancelled":
      return { statuses: [...OVER] };
    default:
      return {};
  }
}

/** A typed date means that day; anything else is searched for. Waiting orders are of any day. */
function ofWords(query: URLSearchParams, zone: string, today: string): Filter {
  const typed = (query.get("q") ?? "").trim();
  const day = dayTyped(typed, today);
  if (day !== undefined) return dayBounds(day, day, zone);
  const search = typed === "" ? {} : { search: typed };
  if (query.get("show") === "waiting") return search;
  switch (periodOf(query)) {
    case "today":
      return { ...search, ...dayBounds(today, today, zone) };
    case "yesterday": {
      const before = daysBefore(today, 1);
      return { ...search, ...dayBounds(before, before, zone) };
    }
    case "week":
      return { ...search, ...dayBounds(daysBefore(today, 6), today, zone) };
    case "all":
      return search;
  }
}
