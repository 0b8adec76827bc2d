import { isDeepStrictEqual } from "node:util";

import {
  type SnapshotComboGroup,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../../domain/catalogue/menu-snapshot";
import { type FieldDifference } from "../../../domain/catalogue/plan-change";
import { formatKopecks, type Kopecks } from "../../../domain/money/money";

/**
 * All differences between two states of a product, one entry per field, in readable form for
 * operators. Prices of a product with named sizes are `price.<size>`, option groups
 * `options.<group>`, parts of a combo `combo.<part>`. Empty exactly if nothing would change.
 */
export function fieldDifferences(
  before: SnapshotProduct | undefined,
  after: SnapshotProduct,
  sectionNames: ReadonlyMap<string, string>,
): FieldDifference[] {
  const sectionOf = (product: SnapshotProduct) =>
    sectionNames.get(product.sectionId) ?? product.sectionId;
  return [
    ...compared(
      "section",
      before?.sectionId,
      after.sectionId,
      before && sectionOf(before),
      sectionOf(after),
    ),
    ...textDifference("name", before, after),
    ...textDifference("description", before, after),
    ...compared(
      "images",
      before?.imageUrls,
      after.imageUrls,
      linesOf(before?.imageUrls),
      linesOf(after.imageUrls),
    ),
    ...textDifference("posProductId", before, after),
    ...compared(
      "compound",
      before?.compound ?? false,
      after.compound,
      textOf(before?.compound),
      textOf(after.compound),
    ),
    ...nutritionDifferences(before, after),
    ...sizeDifferences(before?.sizes, after.sizes),
    ...groupDifferences("options", before?.optionGroups ?? [], after.optionGroups, groupText),
    ...groupDifferences("combo", before?.comboGroups ?? [], after.comboGroups, partText),
  ];
}

/** For a field that operators read unchanged. */
function textDifference(
  field: "description" | "name" | "posProductId",
  before: SnapshotProduct | undefined,
  after: SnapshotProduct,
): FieldDifference[] {
  return compared(field, before?.[field], after[field], before?.[field], after[field]);
}

function compared(
  field: string,
  valueBefore: unknown,
  valueAfter: unknown,
  before: string | null | undefined,
  after: string | null | undefined,
): FieldDifference[] {
  if (isDeepStrictEqual(valueBefore, valueAfter)) return [];
  // A new product does not differ from nothing in fields that it lacks.
  if (valueBefore === undefined && (after ?? null) === null) return [];
  return [{ field, before: before ?? null, after: after ?? null }];
}

function nutritionDifferences(
  before: SnapshotProduct | undefined,
  after: SnapshotProduct,
): FieldDifference[] {
  const [one, other] = [facts(before), facts(after)];
  const [weightBefore, weightAfter] = [
    before?.nutrition?.weightGrams,
    after.nutrition?.weightGrams,
  ];
  return [
    ...compared("nutrition", one, other, one.join(", ") || null, other.join(", ") || null),
    ...compared(
      "weight",
      weightBefore ?? null,
      weightAfter ?? null,
      textOf(weightBefore),
      textOf(weightAfter),
    ),
  ];
}

function facts(product: SnapshotProduct | undefined): string[] {
  if (!product?.nutrition) return [];
  const { weightGrams: _, allergens, ...numbers } = product.nutrition;
  const known = Object.entries(numbers).filter(([, value]) => value !== null);
  return [...known.map(([name, value]) => `${name} ${String(value)}`), ...allergens];
}

function sizeDifferences(
  before: readonly SnapshotSize[] | undefined,
  after: readonly SnapshotSize[],
) {
  const structure = (sizes: readonly SnapshotSize[]) => sizes.map(({ price: _, ...size }) => size);
  const sizes = compared(
    "sizes",
    before && structure(before),
    structure(after),
    namesOf(before),
    namesOf(after),
  );
  const prices = after.flatMap((size) => {
    const ours = before?.find((candidate) => candidate.id === size.id);
    const field = size.name === null ? "price" : `price.${size.name}`;
    return compared(field, ours?.price, size.price, priceText(ours?.price), priceText(size.price));
  });
  return [...sizes, ...prices];
}

/** A star marks the default size. A single unnamed size is not shown as a size. */
function namesOf(sizes: readonly SnapshotSize[] | undefined): string | null {
  const named = sizes?.flatMap(({ name, isDefault }) =>
    name === null ? [] : [isDefault ? `${name}*` : name],
  );
  return named && named.length > 0 ? named.join(", ") : null;
}

interface Group {
  readonly id: string;
  readonly name: string;
}

function groupDifferences<Kind extends Group>(
  field: string,
  before: readonly Kind[],
  after: readonly Kind[],
  textOfGroup: (group: Kind) => string,
): FieldDifference[] {
  const words = (group: Kind | undefined) => group && textOfGroup(group);
  const removed = before.filter((group) => !after.some((candidate) => candidate.id === group.id));
  const changed = after.flatMap((group) => {
    const ours = before.find((candidate) => candidate.id === group.id);
    return compared(`${field}.${group.name}`, ours, group, words(ours), words(group));
  });
  const order = (groups: readonly Kind[]) =>
    groups.filter((group) =>
      [before, after].every((side) => side.some((one) => one.id === group.id)),
    );
  const [orderBefore, orderAfter] = [order(before), order(after)].map((groups) =>
    groups.map((group) => group.id),
  );
  const names = (groups: readonly Kind[]) => groups.map((group) => group.name).join(", ");
  return [
    ...changed,
    ...removed.map((group) => ({
      field: `${field}.${group.name}`,
      before: textOfGroup(group),
      after: null,
    })),
    ...compared(field, orderBefore, orderAfter, names(order(before)), names(order(after))),
  ];
}

function groupText(group: SnapshotOptionGroup): string {
  const free = group.freeAmount > 0 ? `, ${group.freeAmount} free` : "";
  const options = group.options.map(
    ({ article, name, price, priceBySize, min, max, byDefault }) => {
      const prices = [price, ...Object.values(priceBySize)]
        .map((each) => priceText(each) ?? "—")
        .join("/");
      const amounts = `${min}–${max}${byDefault > 0 ? `, ${byDefault} by default` : ""}`;
      return `${article === null ? "" : `${article} `}${name} ${prices} (${amounts})`;
    },
  );
  return `${group.min}–${group.max}${free}: ${options.join("; ")}`;
}

/** A choice with several sizes is listed once for each size. */
function partText({ choices }: SnapshotComboGroup): string {
  return choices.map(({ article, price }) => `${article} +${priceText(price) ?? "—"}`).join("; ");
}

function linesOf(urls: readonly string[] | undefined): string | null {
  return urls && urls.length > 0 ? urls.join("\n") : null;
}

function priceText(price: Kopecks | null | undefined): string | null {
  return price === null || price === undefined ? null : formatKopecks(price);
}

function textOf(value: number | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
