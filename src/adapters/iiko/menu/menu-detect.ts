import { PosMenuSource } from "../../../domain/catalogue/pos-menu";
import { SOLD_ALWAYS } from "../../../domain/catalogue/sale-hours";
import { PosContractBroken } from "../../../errors";
import { menuContentHash, type MenuToPack } from "../../../ports/pos/pack-menu";
import { unappliedFacts } from "./fields/menu-facts";
import {
  mapExternalMenuV2,
  mapExternalMenuV3,
  mapExternalMenuV4,
} from "./formats/map-menu-external";
import { mapNomenclature } from "./formats/map-menu-nomenclature";
import { mapStandaloneMenu } from "./formats/map-menu-standalone";
import { type IikoMenuFormat, type MenuDraft } from "./reading/menu-draft";
import { isFields, readId, readList, readNumber, readWord } from "./reading/menu-reading";
import { readSaleHours } from "./reading/sale-hours";
import { readWeighed } from "./reading/weighed";

const MAPPERS: Readonly<
  Record<IikoMenuFormat, (body: unknown, organizationId: string) => MenuDraft>
> = {
  [PosMenuSource.EXTERNAL_MENU_V2]: mapExternalMenuV2,
  [PosMenuSource.EXTERNAL_MENU_V3]: mapExternalMenuV3,
  [PosMenuSource.EXTERNAL_MENU_V4]: mapExternalMenuV4,
  [PosMenuSource.MENU_V3_STANDALONE]: mapStandaloneMenu,
  [PosMenuSource.NOMENCLATURE]: mapNomenclature,
};

/** A menu in the common model, plus what normalising has hidden. */
export interface NormalisedMenu extends MenuToPack {
  readonly source: IikoMenuFormat;
}

/** Detects a menu's format by its collections, because bodies from 2025 carry no format version. */
export function detectMenuFormat(body: unknown): IikoMenuFormat | undefined {
  if (!isFields(body)) return undefined;
  if ("itemsGroups" in body) return PosMenuSource.MENU_V3_STANDALONE;
  if ("itemCategories" in body) return PosMenuSource.EXTERNAL_MENU_V2;
  if ("itemGroups" in body) {
    const items = readList(body.itemGroups).flatMap((group) => readList(group.items));
    const combosInPlace = items.some(
      (item) => readWord(item.type) === "COMBO" && Array.isArray(item.sizes),
    );
    const version4 = readNumber(body.formatVersion) === 4 || combosInPlace;
    return version4 ? PosMenuSource.EXTERNAL_MENU_V4 : PosMenuSource.EXTERNAL_MENU_V3;
  }
  return Array.isArray(body.products) && "groups" in body ? PosMenuSource.NOMENCLATURE : undefined;
}

/**
 * Reads a menu of any format.
 *
 * @param organizationId whose prices to read; defaults to the first organization the body names
 * @param source the format, when it is known for certain without the body
 * @throws {PosContractBroken} the body is not a menu
 */
export function normaliseMenu(
  body: unknown,
  organizationId?: string,
  source: IikoMenuFormat | undefined = detectMenuFormat(body),
): NormalisedMenu {
  if (source === undefined) {
    throw new PosContractBroken("iiko's answer is not a menu in any known format");
  }
  const pricesOf = organizationId ?? firstOrganization(body) ?? "";
  const draft = MAPPERS[source](body, pricesOf);
  const { categories } = draft;
  const unapplied = isFields(body) ? unappliedFacts(body, source, pricesOf, categories) : [];
  return {
    ...draft,
    unapplied,
    saleHours: isFields(body) ? readSaleHours(body, source, pricesOf) : SOLD_ALWAYS,
    weighed: isFields(body) ? readWeighed(body, source) : [],
    // The code that packs the menu hashes the exact text that is stored.
    get contentHash() {
      return menuContentHash(categories);
    },
  };
}

/** Price rows in iiko's formats are at most ten levels deep. */
const DEEPEST = 20;

/** Returns the organization of the first price row, in either layout, wherever it appears. */
export function firstOrganization(value: unknown, levels = DEEPEST): string | undefined {
  if (typeof value !== "object" || value === null || levels === 0) return undefined;
  if (isFields(value) && "price" in value) {
    const organizations: unknown[] = Array.isArray(value.organizations)
      ? value.organizations
      : [value.organizationId];
    const id = readId(organizations[0]);
    if (id !== null) return id;
  }
  for (const inner of Object.values(value)) {
    const found = firstOrganization(inner, levels - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
