import {
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../../domain/catalogue/menu-snapshot";

type GroupContent = Omit<SnapshotOptionGroup, "id" | "options"> & {
  readonly options: readonly Omit<SnapshotOption, "id">[];
};

/**
 * A product without what is specific to its branch, the ids of our rows: branches that sell the
 * same have the same contents.
 */
export type ProductContent = Omit<
  SnapshotProduct,
  "id" | "sectionId" | "sizes" | "optionGroups"
> & {
  readonly sizes: readonly Omit<SnapshotSize, "id">[];
  readonly optionGroups: readonly GroupContent[];
};

export function contentOf(product: SnapshotProduct): ProductContent {
  const { id: _id, sectionId: _sectionId, sizes, optionGroups, ...content } = product;
  const places = new Map(sizes.map(({ id }, place) => [id, String(place)]));
  return {
    ...content,
    sizes: sizes.map(({ id: _, ...size }) => size),
    optionGroups: optionGroups.map(({ id: _, options, ...group }) => ({
      ...group,
      options: options.map(({ id: _id, ...option }) => ({
        ...option,
        priceBySize: renamed(option.priceBySize, (sizeId) => places.get(sizeId) ?? sizeId),
      })),
    })),
  };
}

/** The ids that `productOf` expects, in the same order. */
export function idsOf({ id, sizes, optionGroups }: SnapshotProduct): string[] {
  const ofGroups = optionGroups.flatMap((group) => [
    group.id,
    ...group.options.map((option) => option.id),
  ]);
  return [id, ...sizes.map((size) => size.id), ...ofGroups];
}

/** Rebuilds the branch's product, frozen; texts and lists without ids are those of the content. */
export function productOf(
  { sizes: itsSizes, optionGroups, ...content }: ProductContent,
  sectionId: string,
  nextId: () => string,
): SnapshotProduct {
  const id = nextId();
  const sizes = itsSizes.map((size) => Object.freeze({ id: nextId(), ...size }));
  const groups = optionGroups.map(({ options, ...group }) =>
    Object.freeze({
      id: nextId(),
      ...group,
      options: Object.freeze(options.map((option) => optionOf(option, sizes, nextId()))),
    }),
  );
  return Object.freeze({
    id,
    sectionId,
    ...content,
    sizes: Object.freeze(sizes),
    optionGroups: Object.freeze(groups),
  });
}

function optionOf(
  option: Omit<SnapshotOption, "id">,
  sizes: readonly SnapshotSize[],
  id: string,
): SnapshotOption {
  const prices = renamed(option.priceBySize, (place) => sizes[Number(place)]?.id ?? place);
  return Object.freeze({ id, ...option, priceBySize: Object.freeze(prices) });
}

const NO_PRICES = Object.freeze({});

function renamed<T>(
  values: Readonly<Record<string, T>>,
  nameOf: (name: string) => string,
): Readonly<Record<string, T>> {
  const entries = Object.entries(values);
  if (entries.length === 0) return NO_PRICES;
  return Object.fromEntries(entries.map(([name, value]) => [nameOf(name), value]));
}
