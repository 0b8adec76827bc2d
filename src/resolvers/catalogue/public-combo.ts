import {
  type MenuSnapshot,
  type SnapshotComboGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../domain/catalogue/menu-snapshot";
import { forbiddenOptionIds, soldChoices } from "../../domain/catalogue/sold-choices";
import { toMoney } from "../schema/money";
import { type ComboChoice, type ComboGroup, type Product } from "./product";

type Present = (product: SnapshotProduct) => Product;

/**
 * Returns the parts of a combo as clients see them. @param present returns the public product of
 * the same menu
 */
export function toComboGroups(
  { comboGroups, sizes }: SnapshotProduct,
  catalogue: MenuSnapshot,
  present: Present,
): readonly ComboGroup[] {
  return comboGroups.map((group) => {
    const choices = sizes.flatMap((size) => toChoices(group, size, catalogue, present));
    return { id: group.id, name: group.name, choices };
  });
}

function toChoices(
  group: SnapshotComboGroup,
  comboSize: SnapshotSize,
  { productByArticle, currencyCode }: MenuSnapshot,
  present: Present,
): ComboChoice[] {
  return soldChoices(productByArticle, group, comboSize).flatMap(({ choice, price, size }) => {
    const product = productByArticle.get(choice.article);
    if (!product) return [];
    const ids = {
      sizeId: size.id,
      comboSizeId: comboSize.id,
      forbiddenOptionIds: [...forbiddenOptionIds(product, choice)],
    };
    return [{ product: present(product), ...ids, price: toMoney(price, currencyCode) }];
  });
}
