import { isArticle } from "../../../domain/catalogue/article";
import {
  optionPrice,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../../domain/catalogue/menu-snapshot";
import {
  type PosMenuOption,
  type PosMenuOptionGroup,
  posOptionPrice,
} from "../../../domain/catalogue/pos-menu";
import { type Kopecks } from "../../../domain/money/money";

/** Which of the POS's values a merge imports; without them ours stay. */
export interface Taken {
  readonly price: boolean;
  readonly sizes: boolean;
  readonly options: boolean;
  readonly availability: boolean;
}

interface Merge {
  /** The product's resulting sizes. */
  readonly sizes: readonly SnapshotSize[];
  readonly taken: Taken;
  readonly newId: () => string;
}

/** A POS option that can be sold with at least one size. */
interface SoldOption extends PosMenuOption {
  /** The price with the main size, or with the first size with which it is sold. */
  readonly usualPrice: Kopecks;
}

export function mergeOptionGroups(
  before: SnapshotProduct | undefined,
  ofPos: readonly PosMenuOptionGroup[],
  merge: Merge,
): SnapshotOptionGroup[] {
  const ours = before?.optionGroups ?? [];
  const earlierSizes = new Set(before?.sizes.map((size) => size.id));
  if (!merge.taken.options) {
    return ours.map((group) => repriced(group, counterpart(group, ofPos), merge, earlierSizes));
  }

  const free = new Set(ours);
  return ofPos.flatMap((group) => {
    const match = counterpart(group, [...free]);
    if (match) free.delete(match);
    const options = mergeOptions(match?.options ?? [], soldOptions(group), merge, earlierSizes);
    // A required group without options stays, because the POS would refuse the product without it.
    if (options.length === 0 && group.min === 0) return [];
    const { posGroupId, name, min, max, freeAmount } = group;
    return [{ id: match?.id ?? merge.newId(), posGroupId, name, min, max, freeAmount, options }];
  });
}

/**
 * Options without a price are not sold here; hidden ones stay only if an order must contain them.
 */
export function soldOptions(group: PosMenuOptionGroup): SoldOption[] {
  const sold = new Map<string, SoldOption>();
  for (const option of group.options) {
    const usualPrice =
      option.price ?? Object.values(option.priceBySize).find((one) => one !== null);
    const wanted = !option.hidden || option.min > 0 || option.byDefault > 0;
    if (usualPrice === undefined || !wanted || sold.has(option.posProductId)) continue;
    sold.set(option.posProductId, { ...option, usualPrice });
  }
  return [...sold.values()];
}

/**
 * The same group on the other side: matched by the POS's id, or by name if ids are not conclusive.
 */
function counterpart<Other extends { readonly posGroupId: string | null; readonly name: string }>(
  group: { readonly posGroupId: string | null; readonly name: string },
  others: readonly Other[],
): Other | undefined {
  const sameId = others.find(
    (other) => other.posGroupId !== null && other.posGroupId === group.posGroupId,
  );
  return sameId ?? others.find((other) => other.name === group.name);
}

function mergeOptions(
  ours: readonly SnapshotOption[],
  ofPos: readonly SoldOption[],
  merge: Merge,
  earlierSizes: ReadonlySet<string>,
): SnapshotOption[] {
  return ofPos.map((option) => {
    const match = ours.find((candidate) => candidate.posProductId === option.posProductId);
    return {
      id: match?.id ?? merge.newId(),
      posProductId: option.posProductId,
      article: option.article !== null && isArticle(option.article) ? option.article : null,
      name: option.name,
      ...pricesOf(match, option, merge, earlierSizes),
      min: option.min,
      max: option.max,
      byDefault: option.byDefault,
      freeAmount: option.freeAmount ?? 0,
    };
  });
}

function repriced(
  group: SnapshotOptionGroup,
  ofPos: PosMenuOptionGroup | undefined,
  merge: Merge,
  earlierSizes: ReadonlySet<string>,
): SnapshotOptionGroup {
  const sold = new Map(
    (ofPos ? soldOptions(ofPos) : []).map((option) => [option.posProductId, option]),
  );
  const options = group.options.map((option) => {
    const match = sold.get(option.posProductId);
    if (match) return { ...option, ...pricesOf(option, match, merge, earlierSizes) };
    return merge.taken.price ? { ...option, priceBySize: soldWithNone(merge.sizes) } : option;
  });
  return { ...group, options };
}

/** Something that the POS no longer sells keeps its place but is taken off sale. */
function soldWithNone(sizes: readonly SnapshotSize[]): Record<string, null> {
  return Object.fromEntries(sizes.map((size) => [size.id, null]));
}

/** New sizes get the POS's price even if the others keep ours. */
function pricesOf(
  ours: SnapshotOption | undefined,
  ofPos: SoldOption,
  { sizes, taken }: Merge,
  earlierSizes: ReadonlySet<string>,
): Pick<SnapshotOption, "price" | "priceBySize"> {
  const kept = taken.price ? undefined : ours;
  const price = kept?.price ?? ofPos.usualPrice;
  const priceBySize: Record<string, Kopecks | null> = {};
  for (const size of sizes) {
    const own =
      kept && earlierSizes.has(size.id)
        ? optionPrice(kept, size)
        : posOptionPrice(ofPos, size.posSizeId);
    if (own !== price) priceBySize[size.id] = own;
  }
  return { price, priceBySize };
}
