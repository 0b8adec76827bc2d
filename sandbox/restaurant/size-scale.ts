import { type Size } from "./model";
import { stableId } from "./stable-id";

/**
 * Names the sizes of a scale; the result assigns prices to them, smallest first. null means that
 * the size is not sold.
 */
export function sizeScale(
  scale: string,
  sizes: { code: string; name: string; isDefault?: boolean }[],
): (...prices: (number | null)[]) => Size[] {
  return (...prices) =>
    sizes.map(({ code, name, isDefault = false }, index) => ({
      id: stableId("size", scale, code),
      code,
      name,
      isDefault,
      price: prices[index] ?? null,
    }));
}
