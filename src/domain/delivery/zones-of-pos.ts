import { type Kopecks } from "../money/money";
import { MINUTES_A_DAY } from "../time/wall-clock";
import { type DeliveryZone, type ZoneHours } from "./delivery-zone";
import { type PosArea, type PosDeliveryTerms, type PosRestriction } from "./pos-delivery-terms";
import { WeekStart } from "./week-start";
import { type Rings } from "./zone-area";

/** The properties of a branch that its POS's zones depend on. */
interface BranchInPos {
  /** null: the POS distributes its orders. */
  readonly terminalGroupId: string | null;
  readonly weekStartsAt: WeekStart;
  /** For a zone with its own fee: dishes for this sum are delivered free of charge. */
  readonly freeFrom: Kopecks | null;
  /** Prices of products in the POS; the price of a missing product is unknown. */
  readonly prices: ReadonlyMap<string, Kopecks>;
}

const WHOLE_DAY = { from: 0, to: MINUTES_A_DAY - 1 };
const EVERY_DAY = Array.from({ length: 7 }, () => true);

/** Stands for anything that has no name in the POS. */
const NAMELESS = "—";

/**
 * A zone that contains no place: for a branch whose till is in no restriction, although others are.
 */
const NOWHERE: DeliveryZone = {
  id: NAMELESS,
  name: NAMELESS,
  polygons: [],
  streets: [],
  everywhere: false,
  priority: 0,
  minutes: null,
  minimumSum: null,
  fee: null,
  freeFrom: null,
  hours: null,
};

/**
 * Returns where a branch delivers according to its POS: one zone for each restriction of its till,
 * in an order that does not depend on the POS's order. Empty: the POS restricts nothing.
 */
export function zonesOfPos(terms: PosDeliveryTerms, branch: BranchInPos): DeliveryZone[] {
  if (terms.restrictions.length === 0) return [];
  const zones = restrictionsOf(terms, branch).map((restriction) =>
    zoneOf(restriction, terms.areas, branch),
  );
  if (zones.length === 0) return [NOWHERE];
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Returns the restrictions that apply to the branch's till. */
export function restrictionsOf(
  { restrictions }: PosDeliveryTerms,
  { terminalGroupId: till }: Pick<BranchInPos, "terminalGroupId">,
): PosRestriction[] {
  return restrictions.filter(
    ({ terminalGroupId }) => till === null || (terminalGroupId ?? till) === till,
  );
}

/**
 * Returns whether it depends on the day on which the POS's week begins, which is not documented
 * anywhere.
 */
export function dependsOnWeekStart({ days }: PosRestriction): boolean {
  const read = (weekStartsAt: WeekStart) => String(mondayFirst(days ?? EVERY_DAY, weekStartsAt));
  return read(WeekStart.MONDAY) !== read(WeekStart.SUNDAY);
}

function zoneOf(
  restriction: PosRestriction,
  areas: readonly PosArea[],
  { weekStartsAt, freeFrom, prices }: BranchInPos,
): DeliveryZone {
  const { area, minimumSum, minutes, priority, feeProductId } = restriction;
  const shapes = areas.filter(({ name }) => name === area);
  const fee = feeProductId === null ? null : (prices.get(feeProductId) ?? null);
  const hours = hoursOf(restriction, weekStartsAt);
  return {
    id: idOf(restriction),
    name: area ?? NAMELESS,
    polygons: shapes.flatMap(({ ring }): Rings[] => (ring.length === 0 ? [] : [[ring]])),
    streets: shapes.flatMap(({ streets }) => streets),
    everywhere: area === null,
    priority,
    minutes,
    minimumSum,
    fee,
    feeProductId: fee === null ? null : feeProductId,
    freeFrom: fee === null ? null : freeFrom,
    hours,
  };
}

/**
 * Combines everything that distinguishes restrictions of one area, its name first: they have no
 * other id.
 */
function idOf(restriction: PosRestriction): string {
  const { area, days, hours, minimumSum, minutes, priority, feeProductId } = restriction;
  const onDays = days?.map(Number).join("") ?? "";
  const terms = [onDays, hours?.from, hours?.to, minimumSum, minutes, priority, feeProductId];
  return [area ?? "", ...terms.map((term) => term ?? "")].join("|");
}

function hoursOf({ days, hours }: PosRestriction, weekStartsAt: WeekStart): ZoneHours | null {
  if (days === null && hours === null) return null;
  const { from, to } = hours ?? WHOLE_DAY;
  return { days: mondayFirst(days ?? EVERY_DAY, weekStartsAt), from, to };
}

function mondayFirst(days: readonly boolean[], weekStartsAt: WeekStart): boolean[] {
  return weekStartsAt === WeekStart.MONDAY ? [...days] : [...days.slice(1), ...days.slice(0, 1)];
}
