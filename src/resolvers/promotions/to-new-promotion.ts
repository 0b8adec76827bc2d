import { PromotionKind } from "../../domain/promotions/promotion-terms";
import { keyOf } from "../../domain/texts/typed-text";
import { type NewPromotion } from "../../services/promotions/check-promotion";
import { Amounts } from "../schema/amounts";
import { type CreatePromotionInput } from "./promotion";

/**
 * Converts the API's input for the use case, and collects every value that is not a valid amount of
 * money.
 */
export function toNewPromotion(input: CreatePromotionInput) {
  const amounts = new Amounts();
  const { kind, giftArticle: article, giftQuantity } = input;
  const promotion: NewPromotion = {
    ...input,
    percent: input.percent ?? null,
    sum: amounts.read(input.sum, ["sum"]),
    giftArticle: typeof article === "string" ? keyOf(article) : null,
    giftQuantity: giftQuantity ?? (kind === PromotionKind.GIFT ? 1 : null),
    minimumSum: amounts.read(input.minimumSum, ["minimumSum"]) ?? 0,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    usageLimit: input.usageLimit ?? null,
    usesPerCode: input.usesPerCode ?? null,
  };
  return { promotion, unreadable: amounts.userErrors };
}
