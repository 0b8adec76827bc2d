import {
  optionPrice,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../catalogue/menu-snapshot";
import { type UserError } from "../errors/user-error";
import { type Thousandths } from "../money/money";
import * as userError from "./pricing-errors";

export const ONE: Thousandths = 1000;

export interface WantedOption {
  /** The option's article, or its id where it has none. */
  readonly article: string;
  /**
   * Which of the dish's groups is meant, where several have the option; left out: wherever it is
   * needed and fits.
   */
  readonly groupId?: string | null;
  readonly quantity: Thousandths;
}

/** How many units of an option one unit of the dish gets. */
export interface Choice {
  readonly option: SnapshotOption;
  readonly count: number;
}

interface Place {
  readonly group: SnapshotOptionGroup;
  readonly option: SnapshotOption;
}

/** The guest's choices, by the dish's groups. */
type ByGroup = Map<SnapshotOptionGroup, readonly Choice[]>;

/**
 * Assigns the guest's choices to the dish's groups. An option that occurs in several groups, and
 * for which no group was named, first goes where something is missing, then where there is room;
 * what fits nowhere goes into the first of them, where it is too much.
 */
export function placeOptions(
  product: SnapshotProduct,
  size: SnapshotSize,
  wanted: readonly WantedOption[],
  path: readonly string[],
): { readonly byGroup: ByGroup; readonly userErrors: readonly UserError[] } {
  const byGroup: ByGroup = new Map();
  const userErrors: UserError[] = [];
  const open: { readonly places: readonly Place[]; readonly count: number }[] = [];
  for (const [index, want] of wanted.entries()) {
    const optionPath = [...path, "options", String(index)];
    const places = placesOf(product, size, want);
    if (places.length === 0)
      userErrors.push(userError.optionNotFound(optionPath, want.article, product.name));
    else if (want.quantity < ONE || want.quantity % ONE !== 0)
      userErrors.push(userError.quantityOutOfRange(optionPath));
    else open.push({ places, count: want.quantity / ONE });
  }
  // Options with a single possible place take it before the others look for room.
  for (const { places, count } of [...open].sort(
    (one, other) => one.places.length - other.places.length,
  )) {
    spread(byGroup, places, count);
  }
  return { byGroup, userErrors };
}

/**
 * Returns whether the dish has the option in more than one group, so that its name alone does not
 * identify it.
 */
export function standsTwice(
  { optionGroups }: SnapshotProduct,
  { posProductId }: SnapshotOption,
): boolean {
  const groups = optionGroups.filter(({ options }) =>
    options.some((option) => option.posProductId === posProductId),
  );
  return groups.length > 1;
}

function placesOf(
  { optionGroups }: SnapshotProduct,
  size: SnapshotSize,
  want: WantedOption,
): Place[] {
  return optionGroups.flatMap((group) => {
    if (want.groupId && want.groupId !== group.id) return [];
    const option = group.options.find(
      ({ article, id }) => article === want.article || id === want.article,
    );
    return option && optionPrice(option, size) !== null ? [{ group, option }] : [];
  });
}

function spread(byGroup: ByGroup, places: readonly Place[], count: number): void {
  let left = count;
  const put = (place: Place, most: number) => {
    const taken = Math.max(0, Math.min(left, most));
    if (taken > 0) add(byGroup, place, taken);
    left -= taken;
  };
  if (places.length > 1) {
    for (const place of places)
      put(place, Math.min(place.group.min - totalOf(byGroup, place.group), roomAt(byGroup, place)));
    for (const place of places) put(place, roomAt(byGroup, place));
  }
  const [first] = places;
  if (first) put(first, left);
}

function roomAt(byGroup: ByGroup, { group, option }: Place): number {
  const chosen = byGroup.get(group)?.find((choice) => choice.option === option)?.count ?? 0;
  const inGroup = group.max > 0 ? group.max - totalOf(byGroup, group) : Infinity;
  return Math.min(inGroup, option.max > 0 ? option.max - chosen : Infinity);
}

function totalOf(byGroup: ByGroup, group: SnapshotOptionGroup): number {
  return (byGroup.get(group) ?? []).reduce((sum, { count }) => sum + count, 0);
}

/**
 * A POS may refuse the same modifier twice in a line (docs/iiko.md#options), so its amount is
 * increased instead.
 */
function add(byGroup: ByGroup, { group, option }: Place, count: number): void {
  const choices = byGroup.get(group) ?? [];
  const earlier = choices.find((choice) => choice.option === option);
  const others = choices.filter((choice) => choice !== earlier);
  byGroup.set(group, [...others, { option, count: count + (earlier?.count ?? 0) }]);
}
