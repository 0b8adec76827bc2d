import { type MenuSnapshot } from "../../domain/catalogue/menu-snapshot";
import { LONGEST_SEARCH, MOST_WORDS } from "../../services/catalogue/menu/search-for";
import { isPositionCursor, MAX_PAGE } from "../schema/connection";
import { joinedShapes, largestShape, type MenuShape, menuShapeOf } from "./menu-shape";
import { MENU_TYPES } from "./shared-menu-answers";
import { WHOLE_MENU } from "./whole-menu";

interface AskedField {
  readonly coordinate: string;
  readonly args: Readonly<Record<string, unknown>>;
}

interface Menus {
  get(branchId: string): Promise<{ readonly catalogue: MenuSnapshot } | undefined>;
  /** Those currently in memory. */
  readonly catalogues: readonly MenuSnapshot[];
  /** How often one was read: only a read can change which ones there are. */
  readonly uses: { readonly reads: number };
}

/** A database statement, including everything that waits for it. */
const STATEMENT = 2_000;
/** What resolvers do besides returning a property, expressed in plain values; approximate. */
const WORK: Readonly<Record<string, number>> = {
  "Product.section": 5,
  "Product.comboGroups": 5,
  "Branch.product": 40,
  "Query.menu": 40,
  "Query.branch": STATEMENT,
  "Query.branches": STATEMENT,
  "Menu.branch": STATEMENT,
  "Query.node": STATEMENT,
  "Query.nodes": STATEMENT,
  // One statement per guest.
  "Customer.loyalty": STATEMENT,
  "Customer.orders": STATEMENT,
};
/** Cost of finding one of several ids. */
const PER_ID = 10;
const PAGE = 20;
/** Cost of an error that one field raises in each of its rows. */
const ERROR = 120;
/** Fields that are refused to strangers and read from other tables for operators. */
const GUARDED = new Set([
  "Product.fieldSources",
  "Branch.settings",
  "Branch.changes",
  "Branch.health",
]);
const MOST_ARTICLES = 1_000;
/** Cost of searching one name for one word, for one article, or for what one product lacks. */
const PER_WORD = 0.4;
const PER_ARTICLE = 1;
const PER_PRODUCT = 0.2;

/** What operations on menus cost, based on the catalogues in memory. */
export function menuCosts(menus: Menus) {
  const all = new ShapeOfAll(menus);
  const shapeAt = (root: AskedField | undefined) => shapeOf(menus, all, root);
  return { shapeOf: shapeAt, workOf, shapedTypes: MENU_TYPES, yardstick: WHOLE_MENU };
}

/** A field that names no branch may lead to any of them. */
async function shapeOf(
  menus: Menus,
  all: ShapeOfAll,
  root: AskedField | undefined,
): Promise<MenuShape> {
  const branchId = root && branchOf(root);
  if (branchId === undefined) return all.shape;
  const shown = await menus.get(branchId);
  return shown ? menuShapeOf(shown.catalogue) : NOTHING;
}

const NOTHING: MenuShape = new Map();

function branchOf({ coordinate, args }: AskedField): string | undefined {
  const { branchId = coordinate === "Query.branch" ? args["id"] : undefined } = args;
  return typeof branchId === "string" ? branchId : undefined;
}

/**
 * The combined shape of all catalogues. Those no longer in memory are assumed to be as large as the
 * largest that ever existed.
 */
class ShapeOfAll {
  private joined: MenuShape = NOTHING;
  /** The largest extents of every catalogue so far. */
  private seen: MenuShape = NOTHING;
  private ofReads: number | undefined;
  private most = 0;

  constructor(private readonly menus: Menus) {}

  get shape(): MenuShape {
    const { uses, catalogues } = this.menus;
    if (this.ofReads === uses.reads) return this.joined;
    const shapes = catalogues.map(menuShapeOf);
    this.most = Math.max(this.most, shapes.length);
    this.seen = largestShape([this.seen, ...shapes]);
    const missing = Array.from({ length: this.most - shapes.length }, () => this.seen);
    this.joined = joinedShapes([...shapes, ...missing]);
    this.ofReads = uses.reads;
    return this.joined;
  }
}

function workOf({ coordinate, args }: AskedField, shape: MenuShape): number {
  const ids = Array.isArray(args["ids"]) ? args["ids"].length * PER_ID : 0;
  const refused = GUARDED.has(coordinate) || isNoPage(args) ? ERROR : 0;
  const named = entityWork(args["representations"]);
  const work = (WORK[coordinate] ?? 0) + ("first" in args ? PAGE : 0) + refused + ids + named;
  return coordinate === "Query.products"
    ? work + searchWork(args, shape.get(coordinate)?.total ?? 0)
    : work;
}

/**
 * References from other services take one statement for each of their types, and for each branch's
 * menu.
 */
function entityWork(representations: unknown): number {
  if (!Array.isArray(representations)) return 0;
  const read = new Set<unknown>();
  for (const named of representations as unknown[]) {
    if (typeof named !== "object" || named === null) continue;
    if ("__typename" in named) read.add(named.__typename);
    if ("branchId" in named) read.add(named.branchId);
  }
  return read.size * STATEMENT + representations.length * PER_ID;
}

/** A cursor that belongs to no list of menus is treated like one that is not a cursor at all. */
function isNoPage({ first, after }: AskedField["args"]): boolean {
  if (typeof first === "number" && (first < 0 || first > MAX_PAGE)) return true;
  return typeof after === "string" && !isPositionCursor(after);
}

/** Anything longer is refused before the search starts. */
function searchWork(
  { search, articles, availableOnly, unavailableOnly }: AskedField["args"],
  products: number,
): number {
  const isRead = typeof search === "string" && search.length <= LONGEST_SEARCH;
  const words = isRead ? Math.min(search.trim().split(/\s+/).length, MOST_WORDS) : 0;
  const named = Array.isArray(articles) ? Math.min(articles.length, MOST_ARTICLES) : 0;
  return (
    words * products * PER_WORD +
    named * PER_ARTICLE +
    (availableOnly === true || unavailableOnly === true ? products * PER_PRODUCT : 0)
  );
}
