import { type Text } from "../texts/locale";

/** What a catalogue plan was computed for. */
export enum PlanKind {
  IMPORT_SECTION = "IMPORT_SECTION",
  SYNC_PRICES = "SYNC_PRICES",
}

/** How many changes of each kind a plan contains. */
export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly skipLocked: number;
  readonly remove: number;
  readonly blocked: number;
  /** A decimal string; null when no existing price changes to another price. */
  readonly largestPriceChangePercent: string | null;
}

/** Why a plan is not applied without explicit approval. Each one is also a UserErrorCode. */
export enum PlanGuardCode {
  PRICE_CHANGE_TOO_LARGE = "PRICE_CHANGE_TOO_LARGE",
  ZERO_PRICE = "ZERO_PRICE",
  MASS_REMOVAL = "MASS_REMOVAL",
}

export interface PlanGuard {
  readonly code: PlanGuardCode;
  /** How many products it concerns. */
  readonly affected: number;
  /** The first hundred of them. */
  readonly articles: readonly string[];
  readonly message: Text;
}
