import { type PosMenuOptionGroup } from "../../../../domain/catalogue/pos-menu";
import { type Kopecks } from "../../../../domain/money/money";
import { type ExternalMenuFormat } from "../reading/menu-external-format";
import {
  optionPrices,
  priceOfOrganization,
  type RawOption,
  readOptionGroup,
  readRestrictions,
} from "../reading/menu-option-group";
import { type Fields, readArticle, readFlag, readId, readList } from "../reading/menu-reading";
import { type SizeRow } from "../reading/menu-sizes";
import { plainText } from "../reading/menu-text";

type Prices = ReadonlyMap<string, Kopecks | null>;
type OptionPrices = Pick<RawOption, "price" | "priceBySize">;
type OptionIds = Pick<ExternalMenuFormat, "optionGroupId" | "optionId">;

/**
 * iiko repeats the groups under every size: those of the main size count; the others only provide
 * their prices.
 */
export function readExternalOptionGroups(
  main: SizeRow,
  sizes: readonly SizeRow[],
  ids: OptionIds,
  organizationId: string,
): PosMenuOptionGroup[] {
  const pricesBySize = new Map(sizes.map((row) => [row, pricesUnder(row, ids, organizationId)]));
  const seen = new Set<string>();
  return readList(main.fields.itemModifierGroups).flatMap((group) => {
    const posGroupId = readId(group[ids.optionGroupId]);
    if (posGroupId !== null && seen.has(posGroupId)) return [];
    if (posGroupId !== null) seen.add(posGroupId);

    const options = readList(group.items).flatMap((option): RawOption[] => {
      const posProductId = readId(option[ids.optionId]);
      const key = optionKey(posGroupId, posProductId);
      const prices = optionPrices(main, sizes, (row) => priceUnder(pricesBySize.get(row), key));
      return readOption(option, posProductId, prices);
    });
    return readOptionGroup(group, posGroupId, options);
  });
}

function readOption(
  option: Fields,
  posProductId: string | null,
  prices: OptionPrices,
): RawOption[] {
  const name = plainText(option.name);
  if (posProductId === null || name === null) return [];
  const limits = readRestrictions(option.restrictions);
  return [
    {
      posProductId,
      article: readArticle(option.sku),
      name,
      ...prices,
      hidden: readFlag(option.isHidden),
      limits,
    },
  ];
}

/**
 * Returns undefined when the size has no groups; an option missing from an existing list is not
 * sold with that size.
 */
function priceUnder(prices: Prices | undefined, key: string): Kopecks | null | undefined {
  return prices && (prices.get(key) ?? null);
}

function pricesUnder(
  { fields }: SizeRow,
  ids: OptionIds,
  organizationId: string,
): Prices | undefined {
  if (!Array.isArray(fields.itemModifierGroups)) return undefined;
  const prices = new Map<string, Kopecks | null>();
  for (const group of readList(fields.itemModifierGroups)) {
    for (const option of readList(group.items)) {
      const key = optionKey(readId(group[ids.optionGroupId]), readId(option[ids.optionId]));
      if (!prices.has(key)) prices.set(key, priceOfOrganization(option.prices, organizationId));
    }
  }
  return prices;
}

function optionKey(groupId: string | null, optionId: string | null): string {
  return `${groupId ?? ""}/${optionId ?? ""}`;
}
