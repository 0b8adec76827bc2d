import {
  optionPrice,
  type SnapshotComboChoice,
  type SnapshotOption,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../../domain/catalogue/menu-snapshot";
import { soldWith } from "../../../domain/catalogue/sold-choices";
import { type Kopecks } from "../../../domain/money/money";

/** One price that differs; null means not sold. */
export interface PriceMove {
  /** The size itself if `added` is undefined, otherwise the size with which `added` is sold. */
  readonly size: SnapshotSize;
  readonly added?: SnapshotOption | SnapshotComboChoice;
  readonly from: Kopecks | null;
  readonly to: Kopecks | null;
}

/**
 * Every price that differs between two states of a product: of sizes, and of options and parts with
 * each size.
 */
export function priceMoves(
  before: SnapshotProduct | undefined,
  after: SnapshotProduct,
): PriceMove[] {
  const earlierSizes = new Map(before?.sizes.map((size) => [size.id, size]));
  const earlierOptions = new Map(
    before?.optionGroups.flatMap((group) => group.options.map((one) => [one.id, one])),
  );
  const earlierParts = new Map(before && partsOf(before).map(({ key, choice }) => [key, choice]));
  const options = after.optionGroups.flatMap((group) => group.options);
  const moves = after.sizes.flatMap((size): PriceMove[] => {
    const earlierSize = earlierSizes.get(size.id);
    const ofOptions = options.map((option) => {
      const earlier = earlierOptions.get(option.id);
      const from = earlier && earlierSize ? optionPrice(earlier, earlierSize) : null;
      return { size, added: option, from, to: optionPrice(option, size) };
    });
    const ofParts = partsOf(after)
      .filter(({ choice }) => soldWith(choice, size))
      .map(({ key, choice }) => ({
        size,
        added: choice,
        from: earlierParts.get(key)?.price ?? null,
        to: choice.price,
      }));
    return [{ size, from: earlierSize?.price ?? null, to: size.price }, ...ofOptions, ...ofParts];
  });
  return moves.filter(({ from, to }) => from !== to);
}

function partsOf({ comboGroups }: SnapshotProduct) {
  return comboGroups.flatMap(({ id, choices }) =>
    choices.map((choice) => ({
      key: [id, choice.article, choice.posSizeId, choice.posComboSizeId].join(),
      choice,
    })),
  );
}

/**
 * Increase or decrease, 0.5 for a half; undefined if there was no price, or none above zero, or if
 * there is none now.
 */
export function relativeChange({ from, to }: PriceMove): number | undefined {
  return from === null || from === 0 || to === null ? undefined : Math.abs(to - from) / from;
}
