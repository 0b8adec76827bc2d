import { type Text } from "../texts/locale";

/** What a plan for the catalogue was worked out for. */
export enum PlanKind {
  IMPORT_SECTION = "IMPORT_SECTION",
  SYNC_PRICES = "SYNC_PRICES",
}

/** How many changes of each sort a plan holds. */
export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly skipLocked: number;
  readonly remove: number;
  readonly blocked: number;
  /** A decimal string; null when no price changes from something to something. */
  readonly largestPriceChangePercent: string | null;
}

/** Why a plan is not applied without somebody's explicit yes. Each is a UserErrorCode, too. */
export enum PlanGuardCode {
  PRICE_CHANGE_TOO_LARGE = "PRICE_CHANGE_TOO_LARGE",
  ZERO_PRICE = "ZERO_PRICE",
  MASS_REMOVAL = "MASS_REMOVAL",
}

export interface PlanGuard {
  readonly code: PlanGuardCode;
  /** How many products it is about. */
  readonly affected: number;
  /** The first hundred of them. */
  readonly articles: readonly string[];
  readonly message: Text;
}
