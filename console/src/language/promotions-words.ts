export type PromotionField =
  | "name"
  | "percent"
  | "sum"
  | "giftArticle"
  | "giftQuantity"
  | "minimumSum"
  | "startsOn"
  | "endsOn"
  | "usageLimit"
  | "usesPerCode"
  | "codes";

/** Texts of the promotions room. */
export interface PromotionsWords {
  readonly lead: string;
  readonly notLoaded: string;
  readonly none: string;
  readonly noneLead: string;
  readonly noneShown: string;
  readonly noneShownLead: string;
  readonly list: string;
  readonly states: string;
  readonly shown: Record<"live" | "over" | "all", string>;
  readonly columns: Record<"name" | "gives" | "when" | "uses" | "codes" | "state", string>;
  readonly state: Record<"live" | "paused" | "ended" | "over" | "usedUp" | "codeless", string>;
  readonly begins: (day: string) => string;
  readonly percent: (percent: number) => string;
  readonly minus: (sum: string) => string;
  readonly gift: (article: string, quantity: number) => string;
  readonly days: (from: string | null, to: string | null) => string;
  readonly uses: (uses: number, limit: number | null) => string;
  readonly back: string;
  readonly gone: string;
  readonly terms: string;
  readonly facts: Record<
    "gives" | "when" | "where" | "how" | "minimum" | "whom" | "combined" | "limit" | "made",
    string
  >;
  readonly fulfilments: Record<"DELIVERY" | "PICKUP" | "DINE_IN", string>;
  readonly from: (sum: string) => string;
  readonly anySum: string;
  readonly anybody: string;
  readonly once: string;
  readonly firstOnly: string;
  readonly combinable: string;
  readonly alone: string;
  readonly unlimited: string;
  readonly limits: (all: number | null, perCode: number | null) => string;
  readonly codes: string;
  readonly codesNone: string;
  readonly codesNoneLead: string;
  readonly code: string;
  readonly used: string;
  readonly madeAt: string;
  readonly download: string;
  readonly downloaded: (count: number) => string;
  readonly generate: string;
  readonly generateTitle: string;
  readonly generateWhat: (perCode: number | null) => string;
  readonly count: string;
  readonly countHint: string;
  readonly prefix: string;
  readonly prefixHint: string;
  readonly generateNo: string;
  readonly generateYes: string;
  readonly ready: (count: number) => string;
  readonly readyWhat: string;
  readonly copy: string;
  readonly copied: string;
  readonly save: string;
  readonly close: string;
  readonly pause: string;
  readonly paused: (name: string) => string;
  readonly resume: string;
  readonly resumed: (name: string) => string;
  readonly end: string;
  readonly endTitle: (name: string) => string;
  readonly endWhat: (codes: number) => string;
  readonly endNo: string;
  readonly endYes: string;
  readonly ended: (name: string) => string;
  readonly make: string;
  readonly makeTitle: string;
  readonly makeLead: string;
  readonly fields: Record<PromotionField, string>;
  readonly hints: Record<PromotionField, string>;
  readonly kind: string;
  readonly kinds: Record<"PERCENT" | "SUM" | "GIFT", string>;
  readonly groups: Record<"what" | "when" | "whom" | "limits" | "codes", string>;
  readonly branches: string;
  readonly makeYes: string;
  readonly askTitle: (name: string) => string;
  readonly askWhat: string;
  readonly askNo: string;
  readonly askYes: string;
  readonly made: (name: string) => string;
  readonly mend: string;
}
