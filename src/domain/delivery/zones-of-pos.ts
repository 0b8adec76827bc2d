import { type Kopecks } from "../money/money";
import { MINUTES_A_DAY } from "../time/wall-clock";
import { type DeliveryZone, type ZoneHours } from "./delivery-zone";
import { type PosArea, type PosDeliveryTerms, type PosRestriction } from "./pos-delivery-terms";
import { WeekStart } from "./week-start";
import { type Rings } from "./zone-area";

/** A branch, as far as its POS's zones depend on it. */
interface BranchInPos {
  /** null: the POS distributes its orders. */
  readonly terminalGroupId: string | null;
  readonly weekStartsAt: WeekStart;
  /** Of a zone with a fee of its own: dishes for this much are brought for nothing. */
  readonly freeFrom: Kopecks | null;
  /** What products cost in the POS; one that is not there has no price that is known. */
  readonly prices: ReadonlyMap<string, Kopecks>;
}

const WHOLE_DAY = { from: 0, to: MINUTES_A_DAY - 1 };
const EVERY_DAY = Array.from({ length: 7 }, () => true);

/** Of what the POS has no name for. */
const NAMELESS = "—";

/** A place nowhere at all: of a branch whose till is in no restriction, though others are. */
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
 * Where a branch delivers by what its POS says: a zone for each restriction of its till, in an
 * order that does not depend on the POS's. None: the POS restricts nothing.
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

/** Those that hold for the branch's till. */
export function restrictionsOf(
  { restrictions }: PosDeliveryTerms,
  { terminalGroupId: till }: Pick<BranchInPos, "terminalGroupId">,
): PosRestriction[] {
  return restrictions.filter(
    ({ terminalGroupId }) => till === null || (terminalGroupId ?? till) === till,
  );
}

/** Does it depend on the day on which the POS's week begins, which is nowhere written down? */
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

/** All that tells restrictions of one area apart, its name first: nothing else numbers them. */
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
