import { localeOf } from "../../domain/texts/locale";

/** Queries to which every outsider gets the same answer. Each names its branch. */
const MENU_QUERIES: ReadonlySet<string> = new Set(["menu", "products", "sections"]);

/**
 * Types that express nothing beyond what a menu's revision covers, including its age: no viewer, no
 * other table. A query that selects from any other type, such as `Menu.branch`, is answered afresh
 * each time. A type that is added here must keep that promise.
 */
export const MENU_TYPES: ReadonlySet<string> = new Set([
  "Menu",
  "Section",
  "SectionConnection",
  "SectionEdge",
  "Product",
  "ProductConnection",
  "ProductEdge",
  "PageInfo",
  "Image",
  "ProductSize",
  "OptionGroup",
  "Option",
  "OptionPrice",
  "ComboGroup",
  "ComboChoice",
  "Nutrition",
  "PriceRange",
  "Money",
  "Availability",
]);

/**
 * How long a guest may still see a price after it changed; orders are always checked against the
 * newest one.
 */
const MAX_AGE_SECONDS = 5;

interface Reads {
  readonly fields: readonly {
    readonly name: string;
    readonly args: Readonly<Record<string, unknown>>;
  }[];
  readonly types: ReadonlySet<string>;
}

interface MenuRevisions {
  /**
   * Changes whenever the branch shows anything different; undefined while nothing of it is in
   * memory.
   */
  revisionOf(branchId: string): string | undefined;
}

/**
 * Returns which answers all outsiders may share, and until which change of the menus that they
 * show.
 */
export function sharedMenuAnswers(menus: MenuRevisions) {
  return ({ fields, types }: Reads, acceptLanguage: string | undefined) => {
    if ([...types].some((type) => !MENU_TYPES.has(type))) return undefined;
    const revisions = fields.map(({ name, args: { branchId } }) =>
      MENU_QUERIES.has(name) && typeof branchId === "string"
        ? menus.revisionOf(branchId)
        : undefined,
    );
    if (revisions.includes(undefined)) return undefined;
    return {
      revision: JSON.stringify([localeOf(acceptLanguage), ...revisions]),
      maxAgeSeconds: MAX_AGE_SECONDS,
    };
  };
}
