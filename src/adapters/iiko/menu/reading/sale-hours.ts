import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import {
  type SaleDates,
  type SaleHours,
  type SalePeriod,
  SOLD_ALWAYS,
  type SoldInHours,
} from "../../../../domain/catalogue/sale-hours";
import { type IikoMenuFormat } from "./menu-draft";
import { externalFormatOf, type ExternalMenuFormat } from "./menu-external-format";
import { type Fields, firstTold, readFlag, readId, readList, readWord } from "./menu-reading";
import { readSaleDates } from "./sale-dates";
import {
  externalPeriods,
  keptPeriods,
  menuPeriods,
  schedulesOf,
  standalonePeriods,
} from "./schedule-periods";

/** Where a menu lists a product, and when it is sold there; no periods means always. */
interface Place {
  readonly posProductId: string;
  readonly isHidden: boolean;
  readonly periods: readonly SalePeriod[];
}

/** Accessors for one format. */
interface Writing {
  readonly periodsOf: (category: Fields) => SalePeriod[] | null;
  readonly itemsOf: (category: Fields) => unknown;
  readonly idOf: (item: Fields) => string | null;
}

/** Sale dates of combos by id; a combo without an entry is sold on all days. */
type Days = ReadonlyMap<string, SaleDates>;

/**
 * Reads when a menu sells its products. A product in several categories is sold while any of them
 * is; a hidden category only counts where there is no other. Unreadable hours limit nothing.
 */
export function readSaleHours(
  body: Fields,
  source: IikoMenuFormat,
  organizationId: string,
): SaleHours {
  if (source === PosMenuSource.MENU_V3_STANDALONE) {
    const places = placesOf(body.itemsGroups, standaloneWriting(body));
    return { menu: [], products: together(places, new Map()) };
  }
  const format = externalFormatOf(source);
  if (!format) return SOLD_ALWAYS;
  const places = placesOf(body[format.categories], externalWriting(format));
  const listed = new Set(places.map(({ posProductId }) => posProductId));
  // Format 4 also lists combos among the dishes, and gives their hours only there.
  const combos = placesOf(body.comboCategories, COMBOS).filter(
    (one) => !listed.has(one.posProductId),
  );
  return {
    menu: keptPeriods(menuPeriods(body, organizationId)) ?? [],
    products: together([...places, ...combos], daysOf(body.comboCategories)),
  };
}

function externalWriting({ itemId }: ExternalMenuFormat): Writing {
  return {
    periodsOf: (category) => keptPeriods(externalPeriods(category)),
    itemsOf: ({ items }) => items,
    idOf: (item) => readId(item[itemId]),
  };
}

/** For combos, all formats give days but no hours. */
const COMBOS: Writing = {
  periodsOf: () => [],
  itemsOf: ({ combos }) => combos,
  idOf: ({ id }) => readId(id),
};

/** A combo has the same days wherever it appears. */
function daysOf(categories: unknown): Days {
  const days = new Map<string, SaleDates>();
  for (const combo of readList(categories).flatMap(({ combos }) => readList(combos))) {
    const [id, dates] = [readId(combo.id), readSaleDates(combo)];
    if (id !== null && dates) days.set(id, dates);
  }
  return days;
}

function standaloneWriting(body: Fields): Writing {
  const scheduleOf = schedulesOf(body);
  return {
    periodsOf: ({ scheduleId }) =>
      keptPeriods(standalonePeriods(scheduleOf(readId(scheduleId) ?? ""))),
    itemsOf: ({ items }) => items,
    idOf: ({ itemType, productId, comboId }) =>
      readWord(itemType) === "COMBO" ? readId(comboId) : readId(firstTold(productId, comboId)),
  };
}

function placesOf(categories: unknown, writing: Writing): Place[] {
  const { periodsOf, itemsOf, idOf } = writing;
  return readList(categories).flatMap((category) => {
    const periods = periodsOf(category) ?? [];
    const isHidden = readFlag(category.isHidden);
    return readList(itemsOf(category)).flatMap((item) => {
      const posProductId = idOf(item);
      if (posProductId === null) return [];
      return [{ posProductId, isHidden: isHidden || readFlag(item.isHidden), periods }];
    });
  });
}

/** Returns the products that are not always sold, grouped by identical periods. */
function together(places: readonly Place[], days: Days): SoldInHours[] {
  const byProduct = new Map<string, Place[]>();
  for (const place of places) {
    const known = byProduct.get(place.posProductId);
    if (known) known.push(place);
    else byProduct.set(place.posProductId, [place]);
  }
  const byPeriods = new Map<string, SoldInHours & { readonly posProductIds: string[] }>();
  for (const [posProductId, all] of byProduct) {
    const shown = all.some(({ isHidden }) => !isHidden) ? all.filter((one) => !one.isHidden) : all;
    const isAnyHour = shown.some(({ periods }) => periods.length === 0);
    const periods = isAnyHour ? [] : shown.flatMap((place) => place.periods);
    const dates = days.get(posProductId) ?? null;
    if (periods.length === 0 && dates === null) continue;
    const key = JSON.stringify([periods, dates]);
    const known = byPeriods.get(key);
    if (known) known.posProductIds.push(posProductId);
    else byPeriods.set(key, { periods, ...(dates && { dates }), posProductIds: [posProductId] });
  }
  return [...byPeriods.values()];
}
