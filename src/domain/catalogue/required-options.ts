import {
  optionPrice,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "./menu-snapshot";

/** Returns how many units of an option are available under whatever limits apply. */
type UnitsOf = (option: SnapshotOption) => number;

/** Limits an option as in the menu; 0 means no limit (docs/iiko.md#options). */
function mostUnits({ max }: SnapshotOption): number {
  return max > 0 ? max : Infinity;
}

/** Returns the options of a group that are sold with a size. */
export function soldOptions(group: SnapshotOptionGroup, size: SnapshotSize): SnapshotOption[] {
  return group.options.filter((option) => optionPrice(option, size) !== null);
}

/**
 * Returns whether a group allows any choice with which a size can be ordered: the required options
 * fit into the group, and enough options are available in total.
 *
 * @param unitsOf available units of each; fewer than an option's own minimum count as none
 */
export function canBeChosen(
  group: SnapshotOptionGroup,
  size: SnapshotSize,
  unitsOf: UnitsOf = mostUnits,
): boolean {
  const sold = soldOptions(group, size);
  const required = sold.reduce((sum, { min }) => sum + min, 0);
  const possible = sold.reduce((sum, option) => sum + choosable(option, unitsOf), 0);
  const most = group.max > 0 ? group.max : Infinity;
  // Guests who choose nothing get the defaults (see `selectOptions`).
  const isNeverEmpty = sold.some(({ byDefault }) => byDefault > 0);
  const hasRequired = sold.every((option) => option.min === 0 || choosable(option, unitsOf) > 0);
  return (
    hasRequired && Math.max(group.min, required, isNeverEmpty ? 1 : 0) <= Math.min(most, possible)
  );
}

/**
 * Returns the groups that keep some size of a product from being ordered although it has a price.
 */
export function groupsWithoutChoice({
  sizes,
  optionGroups,
}: SnapshotProduct): SnapshotOptionGroup[] {
  const priced = sizes.filter(({ price }) => price !== null);
  return optionGroups.filter((group) => priced.some((size) => !canBeChosen(group, size)));
}

function choosable(option: SnapshotOption, unitsOf: UnitsOf): number {
  const units = Math.min(unitsOf(option), mostUnits(option));
  return units < Math.max(1, option.min) ? 0 : units;
}
