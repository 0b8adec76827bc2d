import { type OrderPosition } from "./order-filter";
import { type WantedOrders } from "./wanted-orders";

/** Each is one index lookup of about 5 µs. */
const MOST_LANES = 2_000;
const POSITION = "wanted.id, wanted.created_at";
const NEWEST = "order by wanted.created_at desc, wanted.id desc limit :most";
const OLDER = "(wanted.created_at, wanted.id) < (:createdAt, :id)";

/** Values are passed by name, as `:name`. */
export interface Statement {
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Builds the query for the ids of the newest wanted orders. Every lane that has an index is read
 * along it from the newest order on, and the newest of all lanes are taken: a branch whose last
 * order is a year old costs one lookup, and not a scan of a year of all others.
 */
export function newestOrders(
  wanted: WantedOrders,
  most: number,
  after: OrderPosition | null,
): Statement {
  const { conditions, oneOf, branchIds, statuses, states } = wanted;
  const all = after ? [...conditions, OLDER] : conditions;
  const values = { ...wanted.values, ...after, most, branchIds, statuses, lanes: states };
  const from = wanted.areFew ? [] : lanesOf(wanted);
  if (from.length > 0) return { sql: newestOf([inLanes(from, all)]), values };
  const either = oneOf.length > 0 ? oneOf : ["true"];
  return { sql: newestOf(either.map((one) => inOne(wanted, [...all, one]))), values };
}

/** Builds the query for some of the wanted orders, in order to count them. */
export function someOrders(wanted: WantedOrders, most: number): Statement {
  const { conditions, oneOf, branchIds, statuses } = wanted;
  const either = oneOf.length > 0 ? [`(${oneOf.join(" or ")})`] : [];
  const sql = `select ${POSITION} from orders wanted ${whereOf(wanted, [...conditions, ...either])} limit :most`;
  return { sql, values: { ...wanted.values, branchIds, statuses, most } };
}

function newestOf(lanes: readonly string[]): string {
  return `select id from (${lanes.join(" union ")}) wanted ${NEWEST}`;
}

function inOne(wanted: WantedOrders, conditions: readonly string[]): string {
  return `(select ${POSITION} from orders wanted ${whereOf(wanted, conditions)} ${NEWEST})`;
}

function inLanes(lanes: readonly Lane[], conditions: readonly string[]): string {
  const its = [...lanes.map(({ is }) => is), ...conditions].join(" and ");
  return `
    select lane.id, lane.created_at from ${lanes.map(({ from }) => from).join(" cross join ")}
    cross join lateral (select ${POSITION} from orders wanted where ${its} ${NEWEST}) lane`;
}

function whereOf({ branchIds, statuses }: WantedOrders, conditions: readonly string[]): string {
  const all = [
    ...(branchIds ? ["wanted.branch_id = any(:branchIds)"] : []),
    ...(statuses ? [OF_STATUSES] : []),
    ...conditions,
  ];
  return all.length > 0 ? `where ${all.join(" and ")}` : "";
}

interface Lane {
  readonly from: string;
  readonly is: string;
}

const BRANCHES: Lane = {
  from: "unnest(:branchIds::uuid[]) branch (id)",
  is: "wanted.branch_id = branch.id",
};
const ALL_BRANCHES: Lane = { from: "branches branch", is: "wanted.branch_id = branch.id" };
const STATUSES: Lane = {
  from: "unnest(:statuses::text[]) status (name)",
  is: "wanted.status = status.name",
};

/** All except those in the POS: only these are in the indexes by state. */
const STATES: Lane = {
  from: "unnest(:lanes::text[]) state (name)",
  is: "wanted.injection_state = state.name and wanted.injection_state <> 'IN_POS'",
};
const OF_STATUSES = "wanted.status = any(:statuses)";

/** Orders of all branches form one lane, unless they are filtered by status. */
function lanesOf({ branchIds, statuses, states }: WantedOrders): Lane[] {
  const lanes = (branchIds?.length ?? 1) * (states ?? statuses ?? [0]).length;
  if (lanes > MOST_LANES) return [];
  if (states) {
    const its = statuses ? { ...STATES, is: `${STATES.is} and ${OF_STATUSES}` } : STATES;
    return branchIds ? [BRANCHES, its] : [its];
  }
  if (statuses) return [branchIds ? BRANCHES : ALL_BRANCHES, STATUSES];
  return branchIds ? [BRANCHES] : [];
}
