import {
  optionPrice,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../catalogue/menu-snapshot";
import { type UserError } from "../errors/user-error";
import { toStep } from "../money/currency";
import { type Kopecks, multiply } from "../money/money";
import { type TicketOption } from "../ticket/order-ticket";
import { type Choice, ONE, placeOptions, standsTwice, type WantedOption } from "./option-places";
import * as userError from "./pricing-errors";

/**
 * Returns the options with which a line is ordered: the guest's, plus what the kitchen would add
 * anyway. A group that the guest left alone gets its defaults, or its only option when one is
 * required: the POS does not add them on its own (docs/iiko.md#options).
 *
 * @param step the currency's smallest amount
 */
export function selectOptions(
  product: SnapshotProduct,
  size: SnapshotSize,
  wanted: readonly WantedOption[],
  path: readonly string[],
  step: Kopecks,
): { readonly options: readonly TicketOption[]; readonly userErrors: readonly UserError[] } {
  const { byGroup, userErrors: misplaced } = placeOptions(product, size, wanted, path);
  const userErrors = [...misplaced];
  const options: TicketOption[] = [];
  for (const group of product.optionGroups) {
    const guests = byGroup.get(group) ?? [];
    const choices = guests.length > 0 ? guests : leftAlone(group, size);
    userErrors.push(...checkLimits(group, choices, size, path));
    options.push(...toTicketOptions(product, group, choices, size, step));
  }
  return { options, userErrors };
}

function leftAlone(group: SnapshotOptionGroup, size: SnapshotSize): Choice[] {
  const sold = group.options.filter((option) => optionPrice(option, size) !== null);
  const defaults = sold
    .filter((option) => option.byDefault > 0)
    .map((option) => ({ option, count: option.byDefault }));
  const [only] = sold;
  if (defaults.length > 0 || !only || sold.length > 1 || group.min === 0) return defaults;
  return [{ option: only, count: group.min }];
}

function checkLimits(
  group: SnapshotOptionGroup,
  choices: readonly Choice[],
  size: SnapshotSize,
  path: readonly string[],
): UserError[] {
  const total = choices.reduce((sum, choice) => sum + choice.count, 0);
  const userErrors: UserError[] = [];
  if (total < group.min) userErrors.push(userError.optionsRequired(path, group.name, group.min));
  if (group.max > 0 && total > group.max)
    userErrors.push(userError.tooManyOptions(path, group.name, group.max));
  for (const { option, count } of choices) {
    if (option.max > 0 && count > option.max)
      userErrors.push(userError.tooManyOptions(path, option.name, option.max));
    if (count < option.min)
      userErrors.push(userError.optionsRequired(path, option.name, option.min));
  }
  const missing = group.options.filter(
    (option) =>
      option.min > 0 &&
      optionPrice(option, size) !== null &&
      !choices.some((choice) => choice.option === option),
  );
  return [
    ...userErrors,
    ...missing.map((option) => userError.optionsRequired(path, option.name, option.min)),
  ];
}

/**
 * An option's own free units come first. The group's free units go to the options in the order in
 * which they were chosen; how the POS distributes them is not documented.
 */
function toTicketOptions(
  product: SnapshotProduct,
  group: SnapshotOptionGroup,
  choices: readonly Choice[],
  size: SnapshotSize,
  step: Kopecks,
): TicketOption[] {
  let free = group.freeAmount;
  return choices.map(({ option, count }) => {
    const owed = Math.max(0, count - option.freeAmount);
    const charged = Math.max(0, owed - free);
    free -= owed - charged;
    const price = optionPrice(option, size) ?? 0;
    return {
      posProductId: option.posProductId,
      posGroupId: group.posGroupId,
      name: standsTwice(product, option) ? `${option.name} (${group.name})` : option.name,
      article: option.article,
      quantity: count * ONE,
      price: averagePrice(price, charged, count, step),
    };
  });
}

/** Returns the total price of the options of one unit. */
export function optionsPrice(options: readonly TicketOption[], step: Kopecks): Kopecks {
  return options.reduce((sum, option) => sum + multiply(option.price, option.quantity, step), 0);
}

/**
 * Returns a single price for all units of an option, because the POS accepts only one; never more
 * than the guest owes.
 */
function averagePrice(price: Kopecks, charged: number, count: number, step: Kopecks): Kopecks {
  return charged === count ? price : toStep((price * charged) / count, step);
}
