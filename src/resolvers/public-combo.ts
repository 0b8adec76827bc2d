import { soldChoices } from "../domain/combo-choice";
import { type MenuSnapshot, type SnapshotComboGroup, type SnapshotSize } from "../domain/menu-snapshot";
import { toMoney } from "./types/money";
import { type ComboChoice, type ComboGroup, type Product } from "./types/product";

/** What a combo is made of, as clients see it. @param products the public ones of the same catalogue, by article */
export function toComboGroups(
  groups: readonly SnapshotComboGroup[],
  sizes: readonly SnapshotSize[],
  catalogue: MenuSnapshot,
  products: ReadonlyMap<string, Product>,
): readonly ComboGroup[] {
  return groups.map((group) => {
    const choices = sizes.flatMap((size) => toChoices(group, size, catalogue, products));
    return { id: group.id, name: group.name, choices };
  });
}

function toChoices(
  group: SnapshotComboGroup,
  comboSize: SnapshotSize,
  { productByArticle, currencyCode }: MenuSnapshot,
  products: ReadonlyMap<string, Product>,
): ComboChoice[] {
  return soldChoices(productByArticle, group, comboSize).flatMap(({ choice, price, size }) => {
    const product = products.get(choice.article);
    const options = productByArticle.get(choice.article)?.optionGroups.flatMap((each) => each.options) ?? [];
    const forbidden = options.filter(({ posProductId }) => choice.forbiddenOptions.includes(posProductId));
    const ids = { sizeId: size.id, comboSizeId: comboSize.id, forbiddenOptionIds: forbidden.map(({ id }) => id) };
    return product ? [{ product, ...ids, price: toMoney(price, currencyCode) }] : [];
  });
}
