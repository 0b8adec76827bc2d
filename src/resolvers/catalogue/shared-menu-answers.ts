import { localeOf } from "../../domain/texts/locale";

/** Queries that every outsider is answered alike. Each names its branch. */
const MENU_QUERIES: ReadonlySet<string> = new Set(["menu", "products", "sections"]);

/**
 * Types that say nothing but what a menu's revision stands for, its age included: no viewer, no
 * other table. A query that selects from any other type, such as `Menu.branch`, is answered afresh
 * each time. A type that is new here must keep that promise.
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
 * A guest may see a price this long after it changed; an order is checked against the newest all
 * the same.
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
   * Another text as soon as the branch shows anything else; undefined while nothing of it is in
   * memory.
   */
  revisionOf(branchId: string): string | undefined;
}

/** Tells which answers all outsiders may share, and until which change of the menus they show. */
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
