import {
  type Availability,
  optionAvailability,
  productAvailability,
  sizeAvailability,
} from "../../../domain/catalogue/availability";
import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { type ShownMenu } from "./shown-menu";

export interface AvailabilityChange {
  /** The menu that has the product as it is now. */
  readonly shown: ShownMenu;
  readonly article: string;
}

const known = new WeakMap<ShownMenu, ReadonlyMap<string, string>>();
/** By the later menu, then by the earlier. */
const compared = new WeakMap<ShownMenu, WeakMap<ShownMenu, readonly AvailabilityChange[]>>();

/**
 * The products that can be ordered otherwise than before: dishes, sizes or options that ran out,
 * came back, or have another amount left. New ones are not among them. Compared once, whoever
 * follows: all are given the same objects.
 */
export function changedAvailability(
  before: ShownMenu,
  after: ShownMenu,
): readonly AvailabilityChange[] {
  if (before === after) return [];
  const changesSince =
    compared.get(after) ?? new WeakMap<ShownMenu, readonly AvailabilityChange[]>();
  compared.set(after, changesSince);
  const changes = changesSince.get(before) ?? compare(before, after);
  changesSince.set(before, changes);
  return changes;
}

function compare(before: ShownMenu, after: ShownMenu): AvailabilityChange[] {
  const earlier = availabilityByArticle(before);
  return [...availabilityByArticle(after)].flatMap(([article, now]) => {
    const then = earlier.get(article);
    return then === undefined || then === now ? [] : [{ shown: after, article }];
  });
}

/** What is known of each product, in a form that can be compared. */
function availabilityByArticle(shown: ShownMenu): ReadonlyMap<string, string> {
  const all =
    known.get(shown) ??
    new Map(
      [...shown.catalogue.productByArticle].map(([article, product]) => [
        article,
        inWords(product, shown),
      ]),
    );
  known.set(shown, all);
  return all;
}

function inWords(product: SnapshotProduct, { stopList, catalogue }: ShownMenu): string {
  const { productByArticle } = catalogue;
  const sizes = product.sizes.map((size) =>
    sizeAvailability(product, size, stopList, productByArticle),
  );
  const options = product.optionGroups.flatMap((group) =>
    group.options.map((option): [string, Availability] => [
      option.id,
      optionAvailability(product, option, stopList),
    ]),
  );
  const ofSizes = product.sizes.map(({ id }, index) => [id, sizes[index]]);
  return JSON.stringify([productAvailability(product, sizes, stopList), ofSizes, options]);
}
