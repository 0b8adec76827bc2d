import { type MenuIssue } from "../../../../domain/catalogue/menu-issue";
import { type PosMenuCategory, type PosMenuItem } from "../../../../domain/catalogue/pos-menu";
import { type IikoMenuFormat, NO_CATEGORY_NAME } from "../reading/menu-draft";
import { type Fields, isFields, readId, readList } from "../reading/menu-reading";
import { plainText } from "../reading/menu-text";
import { schedulesOf } from "../reading/schedule-periods";
import { type Fact, type FactSurroundings, type FieldTable } from "./field-table";
import { MENU_TABLES } from "./menu-tables";

interface Subject {
  readonly kind: "menu" | "category" | "product" | "option";
  readonly id: string;
}

interface Finding {
  readonly subject: Subject;
  readonly fact: Fact;
  readonly details: Set<string>;
}

/** By code and subject. */
type Findings = Map<string, Finding>;

const MENU: Subject = { kind: "menu", id: "" };

/** An option may belong to every dish; readers of the issue look at the option. */
const MOST_DISHES_OF_OPTION = 50;

/**
 * Returns, as issues in the order of the body, what a menu says and the gateway does not act on
 * although it changes what may be sold or for how much. Anything about products that are not sold
 * is left out. Runs in linear time in the size of the body.
 *
 * @param categories what was read from the body
 */
export function unappliedFacts(
  body: Fields,
  source: IikoMenuFormat,
  organizationId: string,
  categories: readonly PosMenuCategory[],
): MenuIssue[] {
  const findings: Findings = new Map();
  find(
    body,
    MENU_TABLES[source],
    MENU,
    { organizationId, scheduleOf: schedulesOf(body) },
    findings,
  );
  if (findings.size === 0) return [];
  const sold = indexed(categories);
  return [...findings.values()].flatMap((finding) => toIssue(finding, sold) ?? []);
}

function find(
  fields: Fields,
  table: FieldTable,
  outer: Subject,
  surroundings: FactSurroundings,
  findings: Findings,
): void {
  const subject = table.owner ? subjectOf(fields, table.owner) : outer;
  for (const rule of table.rules ?? []) {
    const fact = rule(fields, surroundings);
    if (fact) note(findings, subject, fact);
  }
  for (const [name, inside] of branchesOf(table)) {
    const value = fields[name];
    const objects = isFields(value) ? [value] : readList(value);
    for (const object of objects) find(object, inside, subject, surroundings, findings);
  }
}

function note(findings: Findings, subject: Subject, fact: Fact): void {
  const key = `${fact.code}/${subject.kind}/${subject.id}`;
  const finding = findings.get(key) ?? { subject, fact, details: new Set() };
  findings.set(key, finding);
  if (fact.detail !== undefined) finding.details.add(fact.detail);
}

function subjectOf(fields: Fields, { kind, ids }: NonNullable<FieldTable["owner"]>): Subject {
  const id = ids.map((name) => readId(fields[name])).find((one) => one !== null);
  const withoutId = kind === "category" ? `name:${plainText(fields.name) ?? NO_CATEGORY_NAME}` : "";
  return { kind, id: id ?? withoutId };
}

const branches = new WeakMap<FieldTable, readonly (readonly [string, FieldTable])[]>();

/** The rows that lead to a rule: the rest of the body is not visited again. */
function branchesOf(table: FieldTable): readonly (readonly [string, FieldTable])[] {
  const known = branches.get(table);
  if (known) return known;
  const found = Object.entries(table.rows).flatMap(([name, row]) => {
    const inside = row.use === "unneeded" ? undefined : row.inside;
    const leads = inside && ((inside.rules?.length ?? 0) > 0 || branchesOf(inside).length > 0);
    return inside && leads ? [[name, inside] as const] : [];
  });
  branches.set(table, found);
  return found;
}

interface Sold {
  readonly categories: ReadonlyMap<string, readonly PosMenuItem[]>;
  readonly products: ReadonlyMap<string, readonly PosMenuItem[]>;
  readonly options: ReadonlyMap<string, readonly PosMenuItem[]>;
}

function indexed(categories: readonly PosMenuCategory[]): Sold {
  const items = categories.flatMap((category) => category.items);
  const options = new Map<string, PosMenuItem[]>();
  for (const item of items) {
    for (const { posProductId } of item.optionGroups.flatMap((group) => group.options)) {
      const dishes = options.get(posProductId);
      if (!dishes) options.set(posProductId, [item]);
      else if (dishes.length < MOST_DISHES_OF_OPTION && dishes.at(-1) !== item) dishes.push(item);
    }
  }
  return {
    categories: new Map(categories.map((category) => [category.posId, category.items])),
    products: new Map(items.map((item) => [item.posProductId, [item]])),
    options,
  };
}

function toIssue({ subject, fact, details }: Finding, sold: Sold): MenuIssue | null {
  const items = itemsOf(subject, sold);
  if (items?.length === 0) return null;
  const posProducts = (items ?? []).map(({ posProductId, name }) => ({ posProductId, name }));
  const article = subject.kind === "product" ? (items?.[0]?.article ?? null) : null;
  return {
    ...fact,
    ...(details.size > 0 && { detail: [...details].join(", ") }),
    article,
    posProducts,
  };
}

/** Returns null for the menu as a whole; an empty list when nothing that is sold is concerned. */
function itemsOf({ kind, id }: Subject, sold: Sold): readonly PosMenuItem[] | null {
  if (kind === "menu") return null;
  const index = { category: sold.categories, product: sold.products, option: sold.options }[kind];
  return index.get(id) ?? [];
}
