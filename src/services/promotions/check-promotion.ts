import { requiredTextErrors } from "../../domain/errors/text-errors";
import { type UserError } from "../../domain/errors/user-error";
import {
  isPromoCode,
  PromotionKind,
  type PromotionTerms,
} from "../../domain/promotions/promotion-terms";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { isLocalDate } from "../../domain/time/local-date";
import * as userError from "./promotion-input-errors";
import { LONGEST, MOST } from "./promotion-limits";

/** What a promotion gives, and to whom; amounts in kopecks. */
export interface NewPromotion extends Omit<PromotionTerms, "id" | "disabledAt" | "pausedAt"> {
  /** Codes for guests to type; others can be generated later. */
  readonly codes: readonly string[];
}

const MAX_SUM = 100_000_000;
const MAX_USES = 1_000_000_000;
const MAX_GIFTS = 20;

/** The fields that are specific to each kind. */
const GIVES: Readonly<Record<PromotionKind, readonly (keyof NewPromotion)[]>> = {
  [PromotionKind.PERCENT]: ["percent"],
  [PromotionKind.SUM]: ["sum"],
  [PromotionKind.GIFT]: ["giftArticle", "giftQuantity"],
};

/** Returns everything wrong with a new promotion that can be determined without its branches. */
export function errorsOfPromotion(input: NewPromotion): UserError[] {
  const { name, branchIds, fulfilments, codes, minimumSum, usageLimit, usesPerCode } = input;
  return [
    ...requiredTextErrors("name", name, LONGEST.name),
    ...giftErrors(input),
    ...rangeErrors("percent", input.percent, 1, 100),
    ...rangeErrors("sum", input.sum, 1, MAX_SUM),
    ...rangeErrors("giftQuantity", input.giftQuantity, 1, MAX_GIFTS),
    ...rangeErrors("minimumSum", minimumSum, 0, MAX_SUM),
    ...rangeErrors("usageLimit", usageLimit, 1, MAX_USES),
    ...rangeErrors("usesPerCode", usesPerCode, 1, MAX_USES),
    ...periodErrors(input),
    ...lengthErrors("branchIds", branchIds, 1, MOST.branches),
    ...lengthErrors("fulfilments", fulfilments, 1, Object.keys(Fulfilment).length),
    ...lengthErrors("codes", codes, 0, MOST.codes),
    ...codes.flatMap((code, index) =>
      isPromoCode(code) ? [] : [userError.malformedCode("codes", index)],
    ),
  ];
}

function giftErrors(input: NewPromotion): UserError[] {
  const wanted = GIVES[input.kind];
  const others = Object.values(GIVES)
    .flat()
    .filter((field) => !wanted.includes(field));
  return [
    ...wanted
      .filter((field) => input[field] === null)
      .map((field) => userError.needed(field, input.kind)),
    ...others
      .filter((field) => input[field] !== null)
      .map((field) => userError.unwanted(field, input.kind)),
    ...(input.giftArticle === null
      ? []
      : requiredTextErrors("giftArticle", input.giftArticle, LONGEST.giftArticle)),
  ];
}

function rangeErrors(field: string, value: number | null, min: number, max: number): UserError[] {
  return value === null || (value >= min && value <= max)
    ? []
    : [userError.outOfRange(field, min, max)];
}

function lengthErrors(
  field: string,
  list: readonly unknown[],
  min: number,
  max: number,
): UserError[] {
  return list.length >= min && list.length <= max
    ? []
    : [userError.lengthOutOfRange(field, min, max)];
}

function periodErrors({ startsOn, endsOn }: NewPromotion): UserError[] {
  const days = [
    ["startsOn", startsOn],
    ["endsOn", endsOn],
  ] as const;
  const wrong = days.filter(([, day]) => day !== null && !isLocalDate(day));
  if (wrong.length > 0) return wrong.map(([field]) => userError.noDate(field));
  return startsOn !== null && endsOn !== null && endsOn < startsOn
    ? [userError.endsBeforeItStarts()]
    : [];
}
