import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type ShownMenu } from "../catalogue/menu/shown-menu";
import { type WantedOrder } from "./wanted-order";

const PIECE = 1_000;

/**
 * Reports the dishes ordered in fractions of a piece although they are not sold by weight. If the
 * menu has not been read yet, this cannot be known and the POS decides.
 */
export function errorsOfAmounts(
  { lines }: Pick<WantedOrder, "lines">,
  menu: Pick<ShownMenu, "catalogue" | "isWeighed">,
): UserError[] {
  return lines.flatMap(({ article, quantity, secondHalf }, index) => {
    if (quantity <= 0 || quantity % PIECE === 0 || secondHalf) return [];
    const product = menu.catalogue.productByArticle.get(article);
    if (!product || product.comboGroups.length > 0) return [];
    if (menu.isWeighed(product.posProductId) !== false) return [];
    const ru = `«${product.name}» продаётся только целиком`;
    const en = `"${product.name}" is sold in whole pieces only`;
    return [inputError(UserErrorCode.INVALID, `lines.${index}.quantity`, ru, en)];
  });
}
