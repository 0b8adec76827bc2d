import { many } from "./english-count";
import { type PromotionsWords } from "./promotions-words";

const number = new Intl.NumberFormat("en");

export const ENGLISH_PROMOTIONS: PromotionsWords = {
  lead: "Promo codes of the gateway itself. Coupons and programmes of iiko are made in iiko.",
  notLoaded: "The promotions did not load",
  none: "There are no promotions yet",
  noneLead:
    "Make one: a discount in per cent, a discount as a sum, or a dish as a gift, by promo code.",
  noneShown: "There are no such promotions",
  noneShownLead: "Look at all of them: the promotion may be over.",
  list: "Promotions",
  states: "Which promotions",
  shown: { live: "Active", over: "Over", all: "All" },
  columns: {
    name: "Promotion",
    gives: "Gives",
    when: "When",
    uses: "Used",
    codes: "Promo codes",
    state: "State",
  },
  state: {
    live: "Running",
    ended: "Ended",
    over: "Expired",
    usedUp: "Used up",
    codeless: "No promo codes",
  },
  begins: (day) => `Starts ${day}`,
  percent: (percent) => `−${percent}%`,
  minus: (sum) => `−${sum}`,
  gift: (article, quantity) => `Gift: ${article}${quantity > 1 ? ` × ${quantity}` : ""}`,
  days: (from, to) => {
    if (from === null && to === null) return "no end";
    if (to === null) return `from ${from}`;
    return from === null ? `until ${to}` : `${from} to ${to}`;
  },
  uses: (uses, limit) =>
    limit === null ? number.format(uses) : `${number.format(uses)} of ${number.format(limit)}`,
  back: "All promotions",
  gone: "There is no such promotion",
  terms: "Terms",
  facts: {
    gives: "Gives",
    when: "When",
    where: "Where",
    how: "How it is received",
    minimum: "Sum of the dishes",
    whom: "For whom",
    combined: "With others",
    limit: "How often",
    made: "Made",
  },
  fulfilments: { DELIVERY: "Delivery", PICKUP: "Pickup", DINE_IN: "In the house" },
  from: (sum) => `from ${sum}`,
  anySum: "any",
  anybody: "all guests",
  once: "once per guest",
  firstOnly: "first order only",
  combinable: "can be combined with other discounts and promo codes",
  alone: "cannot be combined with other discounts and promo codes",
  unlimited: "without limit",
  limits: (all, perCode) =>
    [
      ...(all === null ? [] : [`${number.format(all)} in all`]),
      ...(perCode === null ? [] : [`${number.format(perCode)} of each code`]),
    ].join(", "),
  codes: "Promo codes",
  codesNone: "There are no promo codes",
  codesNoneLead: "Nobody can use the promotion without one. Make as many as you want to give out.",
  code: "Promo code",
  used: "Used",
  madeAt: "Made",
  download: "Download all",
  downloaded: (count) => `${many(count, "promo code", "promo codes")} in the file`,
  generate: "Make promo codes…",
  generateTitle: "New promo codes",
  generateWhat: (perCode) =>
    (perCode === null
      ? "Each can be used any number of times. "
      : `Each can be used no more than ${many(perCode, "time", "times")}. `) +
    "A promo code cannot be deleted: only the whole promotion can be ended.",
  count: "How many",
  countHint: "1 to 10,000 at a time.",
  prefix: "Beginning",
  prefixHint: "For example WINTER-: every code begins so.",
  generateNo: "Make none",
  generateYes: "Make them",
  ready: (count) => `${many(count, "promo code is", "promo codes are")} ready`,
  readyWhat: "Download the list or copy it. The page of the promotion keeps them, too.",
  copy: "Copy",
  copied: "Copied",
  save: "Download",
  close: "Close",
  end: "End the promotion…",
  endTitle: (name) => `End “${name}”?`,
  endWhat: (codes) =>
    (codes === 0
      ? "The promotion is not applied any more. "
      : `${many(codes, "promo code is", "promo codes are")} refused from now on. `) +
    "Orders that have used it keep their discount. It cannot be taken back; make a new one instead.",
  endNo: "Keep the promotion",
  endYes: "End it for good",
  ended: (name) => `The promotion “${name}” has ended`,
  make: "New promotion",
  makeTitle: "New promotion",
  makeLead:
    "The terms cannot be changed once it is made. If something is wrong, end it and make another.",
  fields: {
    name: "Name",
    percent: "Discount, %",
    sum: "Discount",
    giftArticle: "Dish given away",
    giftQuantity: "Portions",
    minimumSum: "Sum of the dishes from",
    startsOn: "First day",
    endsOn: "Last day",
    usageLimit: "Uses in all",
    usesPerCode: "Uses of one code",
    codes: "Promo codes of your own",
  },
  hints: {
    name: "The guest sees it beside the discount.",
    percent: "Of the sum of the dishes, 1 to 100.",
    sum: "In the branch's currency.",
    giftArticle: "Its article: begin with the name or the digits. Combos cannot be given away.",
    giftQuantity: "1 to 20.",
    minimumSum: "Before discounts. Empty: any.",
    startsOn: "Empty: immediately.",
    endsOn: "Inclusive. Empty: no end.",
    usageLimit: "Empty: without limit.",
    usesPerCode: "1: each code works once. Empty: without limit.",
    codes: "One a line, up to 20: letters, digits, - and _. Many of a kind are made afterwards.",
  },
  kind: "What the promotion gives",
  kinds: { PERCENT: "Per cent", SUM: "Sum", GIFT: "Gift" },
  groups: {
    what: "What it gives",
    when: "When and where",
    whom: "For whom",
    limits: "How often",
    codes: "Promo codes",
  },
  branches: "Branches",
  makeYes: "Make the promotion…",
  askTitle: (name) => `Make “${name}”?`,
  askWhat:
    "Its codes work from the first day on; without one, immediately. The terms cannot be changed then; it can be ended at any time.",
  askNo: "Check again",
  askYes: "Make the promotion",
  made: (name) => `The promotion “${name}” is made`,
  mend: "Fix what is marked: the promotion was not made.",
};
