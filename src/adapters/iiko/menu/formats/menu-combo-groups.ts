import {
  type PosMenuComboChoice,
  type PosMenuComboGroup,
} from "../../../../domain/catalogue/pos-menu";
import { type Kopecks } from "../../../../domain/money/money";
import { priceOfOrganization } from "../reading/menu-option-group";
import { type Fields, firstTold, readId, readList, readPrice } from "../reading/menu-reading";
import { MOST_SIZES } from "../reading/menu-sizes";
import { plainText } from "../reading/menu-text";

interface ReadGroups {
  readonly byComponent: boolean;
  readonly organizationId: string;
  readonly groups: PosMenuComboGroup[];
}

/** A combo may appear in many places of a menu, but is described only once. */
const alreadyRead = new WeakMap<object, ReadGroups>();

/**
 * Reads the parts of a combo in any format: the external menus and the standalone one have
 * different names for the same things. Articles are added later, when the whole menu has been read.
 *
 * @param byComponent the parts carry the price; otherwise they only add to it (docs/iiko.md#combos)
 */
export function readComboGroups(
  groups: unknown,
  byComponent: boolean,
  organizationId: string,
): PosMenuComboGroup[] {
  if (!Array.isArray(groups)) return [];
  const earlier = alreadyRead.get(groups);
  if (earlier?.byComponent === byComponent && earlier.organizationId === organizationId)
    return earlier.groups;
  const read = readGroups(groups, byComponent, organizationId);
  alreadyRead.set(groups, { byComponent, organizationId, groups: read });
  return read;
}

function readGroups(
  groups: unknown,
  byComponent: boolean,
  organizationId: string,
): PosMenuComboGroup[] {
  return readList(groups).flatMap((group) => {
    const posGroupId = readId(group.id);
    if (posGroupId === null) return [];
    const choices = readList(firstTold(group.items, group.products)).flatMap((row) =>
      readChoices(row, (price) => priceOf(price, row, byComponent, organizationId)),
    );
    return [{ posGroupId, name: plainText(group.name) ?? "", choices }];
  });
}

/** Returns a choice for each size that the product and the combo may have. */
function readChoices(row: Fields, priceOf: (size: Fields) => Kopecks | null): PosMenuComboChoice[] {
  const posProductId = readId(firstTold(row.itemId, row.productId));
  if (posProductId === null) return [];
  const forbidden: unknown[] = Array.isArray(row.forbiddenModifiers) ? row.forbiddenModifiers : [];
  const forbiddenOptions = forbidden.flatMap((id) => readId(id) ?? []);
  const sizes = readList(firstTold(row.sizes, row.sizePrices)).slice(0, MOST_SIZES);
  return (sizes.length > 0 ? sizes : [{}]).map((size: Fields) => ({
    posProductId,
    article: null,
    posSizeId: readId(firstTold(size.sizeId, size.productSizeId, row.sizeId)),
    posComboSizeId: readId(size.comboSizeId),
    price: priceOf(size),
    forbiddenOptions,
  }));
}

/**
 * A choice that lowers the price counts as not sold, because it is not known what iiko makes of it.
 */
function priceOf(
  size: Fields,
  row: Fields,
  byComponent: boolean,
  organizationId: string,
): Kopecks | null {
  const added = readPrice(firstTold(row.priceModificationAmount, 0));
  if (!byComponent) return added;
  const own = Array.isArray(size.prices)
    ? priceOfOrganization(size.prices, organizationId)
    : readPrice(size.price);
  return own === null || added === null ? null : own + added;
}
