import { optionPrice, type SnapshotOption, type SnapshotProduct, type SnapshotSize } from "../../domain/menu-snapshot";
import { type Kopecks } from "../../domain/money";

/** One price that differs; null: not sold. */
export interface PriceMove {
  /** The size itself when `option` is undefined, otherwise the option with it. */
  readonly size: SnapshotSize;
  readonly option?: SnapshotOption;
  readonly from: Kopecks | null;
  readonly to: Kopecks | null;
}

/** Every price of sizes, and of options with each size, that differs between two states of a product. */
export function priceMoves(before: SnapshotProduct | undefined, after: SnapshotProduct): PriceMove[] {
  const earlierSizes = new Map(before?.sizes.map((size) => [size.id, size]));
  const earlierOptions = new Map(before?.optionGroups.flatMap((group) => group.options.map((one) => [one.id, one])));
  const options = after.optionGroups.flatMap((group) => group.options);
  const moves = after.sizes.flatMap((size): PriceMove[] => {
    const earlierSize = earlierSizes.get(size.id);
    const ofOptions = options.map((option) => {
      const earlier = earlierOptions.get(option.id);
      const from = earlier && earlierSize ? optionPrice(earlier, earlierSize) : null;
      return { size, option, from, to: optionPrice(option, size) };
    });
    return [{ size, from: earlierSize?.price ?? null, to: size.price }, ...ofOptions];
  });
  return moves.filter(({ from, to }) => from !== to);
}

/** Up or down, 0.5 for a half; undefined when there was no price, or none above zero, or there is none now. */
export function relativeChange({ from, to }: PriceMove): number | undefined {
  return from === null || from === 0 || to === null ? undefined : Math.abs(to - from) / from;
}
