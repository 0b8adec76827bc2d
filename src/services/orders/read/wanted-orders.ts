import { reachOf, type Viewer } from "../../../domain/access/viewer";
import { storedPhonesOf } from "../../../domain/guests/former-phone";
import { isUuid } from "../../../domain/ids";
import { InjectionState } from "../../../domain/orders/injection-state";
import { SETTLED_STATES } from "../../../domain/orders/settled-states";
import { attentionsAt } from "./attention-sql";
import { type OrderFilter, type OrderUrgency } from "./order-filter";
import { cannotMatch, type Condition, meaningsOf, ofGuest } from "./order-search";

/** Which orders are requested: SQL conditions on `orders wanted`, and these lists. */
export interface WantedOrders {
  readonly conditions: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** Alternative conditions, one of which has to hold; empty if there are none. */
  readonly oneOf: readonly string[];
  /** null for all. */
  readonly branchIds: readonly string[] | null;
  /** null for any. */
  readonly statuses: readonly string[] | null;
  /** States of orders on their way to a POS, or not in it; null includes those in the POS. */
  readonly states: readonly string[] | null;
  /** An index finds all matches, and there are few of them. */
  readonly areFew: boolean;
}

const { IN_POS } = InjectionState;
const NEEDS_PEOPLE = `wanted.handed_over_at is not null and wanted.injection_state not in ${SETTLED_STATES}`;
const URGENCIES: Record<OrderUrgency, string> = {
  DEAD: `${NEEDS_PEOPLE} and wanted.injection_state = 'DEAD_LETTERED'`,
  WITH_PEOPLE: `${NEEDS_PEOPLE} and wanted.injection_state <> 'DEAD_LETTERED'`,
  NONE: `not (${NEEDS_PEOPLE})`,
};
/** Evaluated once, however many rows read it. */
const waiting = (which = "true") =>
  `array(select order_id from (${attentionsAt(":now::timestamptz")}) waiting where ${which})`;

/** undefined if there are none. */
export function wantedOrders(
  viewer: Viewer,
  filter: OrderFilter,
  now: Date,
): WantedOrders | undefined {
  const branchIds = branchesOf(viewer, filter);
  if (viewer.kind === "anonymous" || branchIds?.length === 0 || cannotMatch(filter))
    return undefined;
  const states = filter.injectionStates;
  const few = [...ownOf(viewer), ...needingPeople(filter, now), ...ofGuest(filter)];
  const oneOf = filter.search ? meaningsOf(filter.search) : [];
  const all = [...few, ...ofKinds(filter), ...needingNobody(filter, now), ...between(filter)];
  return {
    conditions: all.map(({ sql }) => sql),
    oneOf: oneOf.map(({ sql }) => sql),
    values: valuesOf([...all, ...oneOf]),
    branchIds,
    statuses: filter.statuses ? [...new Set(filter.statuses)] : null,
    states: states?.includes(IN_POS) === false ? [...new Set(states)] : null,
    areFew: few.length > 0 || oneOf.length > 0,
  };
}

function valuesOf(conditions: readonly Condition[]): WantedOrders["values"] {
  return Object.fromEntries(conditions.flatMap(({ values }) => Object.entries(values)));
}

/** null for all. */
function branchesOf(viewer: Viewer, filter: OrderFilter): readonly string[] | null {
  const own = reachOf(viewer);
  const asked = filter.branchIds?.filter(isUuid).map((id) => id.toLowerCase());
  if (asked === undefined) return own && [...new Set(own)];
  const reach = own && new Set(own);
  return [...new Set(asked)].filter((id) => reach === null || reach.has(id));
}

function ownOf(viewer: Viewer): Condition[] {
  if (viewer.kind !== "customer") return [];
  const own = storedPhonesOf(viewer.phone);
  return [{ sql: "wanted.customer_phone = any(:own)", values: { own } }];
}

function needingPeople({ needsPerson, attention, urgency }: OrderFilter, now: Date): Condition[] {
  const any = { sql: `wanted.id = any(${waiting()})`, values: { now } };
  const forThese = {
    sql: `wanted.id = any(${waiting("reason = any(:reasons)")})`,
    values: { now, reasons: attention },
  };
  return [
    ...(needsPerson === true ? [any] : []),
    ...(attention ? [forThese] : []),
    ...(urgency && urgency !== "NONE" ? [{ sql: URGENCIES[urgency], values: {} }] : []),
  ];
}

/** Matches nearly all orders. */
function needingNobody({ needsPerson, urgency }: OrderFilter, now: Date): Condition[] {
  const none = { sql: `wanted.id <> all(${waiting()})`, values: { now } };
  return [
    ...(needsPerson === false ? [none] : []),
    ...(urgency === "NONE" ? [{ sql: URGENCIES.NONE, values: {} }] : []),
  ];
}

function ofKinds({ injectionStates: states, fulfilments }: OrderFilter): Condition[] {
  return [
    ...(states ? [{ sql: "wanted.injection_state = any(:states)", values: { states } }] : []),
    ...(fulfilments
      ? [{ sql: "wanted.fulfilment = any(:fulfilments)", values: { fulfilments } }]
      : []),
  ];
}

function between({ createdFrom, createdTo }: OrderFilter): Condition[] {
  return [
    ...(createdFrom ? [{ sql: "wanted.created_at >= :createdFrom", values: { createdFrom } }] : []),
    ...(createdTo ? [{ sql: "wanted.created_at < :createdTo", values: { createdTo } }] : []),
  ];
}
