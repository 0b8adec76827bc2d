import { createHash } from "node:crypto";

import {
  type Availability,
  optionAvailability,
  productAvailability,
  sizeAvailability,
} from "../../../domain/catalogue/availability";
import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { type ShownMenu } from "./shown-menu";

export interface AvailabilityChange {
  /** The menu with the product in its current state. */
  readonly shown: ShownMenu;
  readonly article: string;
}

/**
 * What can be ordered of each product, by article, as a number that changes whenever that changes:
 * followers wait for days and must not keep the menu itself in memory.
 */
export type AvailabilityMarks = ReadonlyMap<string, number>;

const known = new WeakMap<ShownMenu, AvailabilityMarks>();
/** Keyed by the later menu, then by the earlier marks. */
const compared = new WeakMap<
  ShownMenu,
  WeakMap<AvailabilityMarks, readonly AvailabilityChange[]>
>();

/** Computed once for all followers. */
export function availabilityMarksOf(shown: ShownMenu): AvailabilityMarks {
  const marks =
    known.get(shown) ??
    new Map(
      [...shown.catalogue.productByArticle].map(([article, product]) => [
        article,
        markOf(product, shown),
      ]),
    );
  known.set(shown, marks);
  return marks;
}

/**
 * The products whose availability has changed: dishes, sizes or options that ran out, came back, or
 * have a different amount left. New products are not included. Compared once for all followers, who
 * all get the same objects.
 */
export function changedAvailability(
  before: AvailabilityMarks,
  after: ShownMenu,
): readonly AvailabilityChange[] {
  const now = availabilityMarksOf(after);
  if (before === now) return [];
  const changesSince =
    compared.get(after) ?? new WeakMap<AvailabilityMarks, readonly AvailabilityChange[]>();
  compared.set(after, changesSince);
  const changes = changesSince.get(before) ?? compare(before, now, after);
  changesSince.set(before, changes);
  return changes;
}

function compare(
  before: AvailabilityMarks,
  now: AvailabilityMarks,
  shown: ShownMenu,
): AvailabilityChange[] {
  return [...now].flatMap(([article, mark]) => {
    const then = before.get(article);
    return then === undefined || then === mark ? [] : [{ shown, article }];
  });
}

/** As many bytes of a hash as fit into a JavaScript number. */
const MARK_BYTES = 6;

function markOf(product: SnapshotProduct, shown: ShownMenu): number {
  const hash = createHash("sha1").update(inWords(product, shown)).digest();
  return hash.readUIntBE(0, MARK_BYTES);
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
