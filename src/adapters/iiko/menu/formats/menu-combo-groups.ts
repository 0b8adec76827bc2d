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

/** A combo may stand in many places of a menu, and is described once. */
const alreadyRead = new WeakMap<object, ReadGroups>();

/**
 * The parts of a combo in any format: the external menus and the standalone one call the same
 * things differently. Articles are found later, when the whole menu is read.
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

/** A choice for each size of the product and of the combo it may have. */
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
 * A choice that takes something off the price reads as not sold: what iiko makes of it is not
 * known.
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
