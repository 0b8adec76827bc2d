import { hasArticle } from "../../../domain/catalogue/article";
import {
  type SnapshotComboGroup,
  type SnapshotProduct,
} from "../../../domain/catalogue/menu-snapshot";
import {
  type PosMenuComboChoice,
  type PosMenuComboGroup,
} from "../../../domain/catalogue/pos-menu";

/**
 * The contents of a combo always come from the POS, because the till refuses anything else. Only
 * prices may stay ours. Choices without an article cannot be in the catalogue and are left out.
 */
export function mergeComboGroups(
  before: SnapshotProduct | undefined,
  ofPos: readonly PosMenuComboGroup[],
  takePrices: boolean,
): SnapshotComboGroup[] {
  return ofPos.map(({ posGroupId, name, choices }) => {
    const ours = before?.comboGroups.find(({ id }) => id === posGroupId)?.choices ?? [];
    const merged = choices.filter(hasArticle).map(({ posProductId: _, ...choice }) => {
      const known = takePrices ? undefined : ours.find((one) => isSame(one, choice));
      return known ? { ...choice, price: known.price } : choice;
    });
    return { id: posGroupId, name, choices: merged };
  });
}

/** The groups with the POS's prices; a choice that the POS no longer offers is not sold. */
export function repricedComboGroups(
  groups: readonly SnapshotComboGroup[],
  ofPos: readonly PosMenuComboGroup[],
): SnapshotComboGroup[] {
  return groups.map((group) => {
    const offered = ofPos.find(({ posGroupId }) => posGroupId === group.id)?.choices ?? [];
    const choices = group.choices.map((choice) => ({
      ...choice,
      price: offered.find((one) => isSame(one, choice))?.price ?? null,
    }));
    return { ...group, choices };
  });
}

type Place = Pick<PosMenuComboChoice, "article" | "posSizeId" | "posComboSizeId">;

/** Ignores prices. */
function isSame(one: Place, other: Place): boolean {
  const { article, posSizeId, posComboSizeId } = one;
  return (
    article === other.article &&
    posSizeId === other.posSizeId &&
    posComboSizeId === other.posComboSizeId
  );
}
