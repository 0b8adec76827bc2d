import { isLocalDate } from "../../domain/time/local-date";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import {
  isPromoCode,
  PromotionKind,
  type PromotionTerms,
} from "../../domain/promotions/promotion-terms";
import { type UserFault } from "../../domain/faults/user-fault";
import { requiredTextFaults } from "../../domain/faults/text-faults";
import * as fault from "./promotion-input-faults";
import { LONGEST, MOST } from "./promotion-limits";

/** What a promotion is to give, and for whom; amounts in kopecks. */
export interface NewPromotion extends Omit<PromotionTerms, "id" | "disabledAt"> {
  /** For guests to type; others can be generated later. */
  readonly codes: readonly string[];
}

const MAX_SUM = 100_000_000;
const MAX_USES = 1_000_000_000;
const MAX_GIFTS = 20;

/** Which of the kind's own fields a kind has. */
const GIVES: Readonly<Record<PromotionKind, readonly (keyof NewPromotion)[]>> = {
  [PromotionKind.PERCENT]: ["percent"],
  [PromotionKind.SUM]: ["sum"],
  [PromotionKind.GIFT]: ["giftArticle", "giftQuantity"],
};

/** Everything wrong with a new promotion that can be told without its branches. */
export function faultsOfPromotion(input: NewPromotion): UserFault[] {
  const { name, branchIds, fulfilments, codes, minimumSum, usageLimit, usesPerCode } = input;
  return [
    ...requiredTextFaults("name", name, LONGEST.name),
    ...giftFaults(input),
    ...rangeFaults("percent", input.percent, 1, 100),
    ...rangeFaults("sum", input.sum, 1, MAX_SUM),
    ...rangeFaults("giftQuantity", input.giftQuantity, 1, MAX_GIFTS),
    ...rangeFaults("minimumSum", minimumSum, 0, MAX_SUM),
    ...rangeFaults("usageLimit", usageLimit, 1, MAX_USES),
    ...rangeFaults("usesPerCode", usesPerCode, 1, MAX_USES),
    ...periodFaults(input),
    ...lengthFaults("branchIds", branchIds, 1, MOST.branches),
    ...lengthFaults("fulfilments", fulfilments, 1, Object.keys(Fulfilment).length),
    ...lengthFaults("codes", codes, 0, MOST.codes),
    ...codes.flatMap((code, index) =>
      isPromoCode(code) ? [] : [fault.malformedCode("codes", index)],
    ),
  ];
}

function giftFaults(input: NewPromotion): UserFault[] {
  const wanted = GIVES[input.kind];
  const others = Object.values(GIVES)
    .flat()
    .filter((field) => !wanted.includes(field));
  return [
    ...wanted
      .filter((field) => input[field] === null)
      .map((field) => fault.needed(field, input.kind)),
    ...others
      .filter((field) => input[field] !== null)
      .map((field) => fault.unwanted(field, input.kind)),
    ...(input.giftArticle === null
      ? []
      : requiredTextFaults("giftArticle", input.giftArticle, LONGEST.giftArticle)),
  ];
}

function rangeFaults(field: string, value: number | null, min: number, max: number): UserFault[] {
  return value === null || (value >= min && value <= max)
    ? []
    : [fault.outOfRange(field, min, max)];
}

function lengthFaults(
  field: string,
  list: readonly unknown[],
  min: number,
  max: number,
): UserFault[] {
  return list.length >= min && list.length <= max ? [] : [fault.lengthOutOfRange(field, min, max)];
}

function periodFaults({ startsOn, endsOn }: NewPromotion): UserFault[] {
  const days = [
    ["startsOn", startsOn],
    ["endsOn", endsOn],
  ] as const;
  const wrong = days.filter(([, day]) => day !== null && !isLocalDate(day));
  if (wrong.length > 0) return wrong.map(([field]) => fault.noDate(field));
  return startsOn !== null && endsOn !== null && endsOn < startsOn
    ? [fault.endsBeforeItStarts()]
    : [];
}
