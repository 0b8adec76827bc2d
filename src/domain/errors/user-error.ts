import { type Kopecks, type Thousandths } from "../money/money";
import { type Text } from "../texts/locale";
import { type RefusalKind } from "./refusal-kind";
import { type UserErrorCode } from "./user-error-code";

/** One thing a caller can mend. */
export interface UserError {
  readonly code: UserErrorCode;
  /**
   * Path into the mutation's arguments: ["input", "lines", "0", "sizeId"]; null when no single
   * field is to blame.
   */
  readonly field: readonly string[] | null;
  readonly message: Text;
  /** The same may succeed in a few seconds, unchanged: somebody else is at it now. */
  readonly retryable?: true;
  /** Set for user errors of one dish. */
  readonly item?: {
    readonly article: string | null;
    readonly currentPrice?: Kopecks;
    readonly availableAmount?: Thousandths;
    /** When the dish is sold again; null: not within a year. */
    readonly availableAt?: Date | null;
    readonly currency: string;
  };
  /** Set where the branch is closed at the wanted time; null: it does not open within a year. */
  readonly closed?: { readonly opensAt: Date | null };
  /** Set where the slot of the wanted time is full; null: no later one is free within a week. */
  readonly slot?: { readonly nextSlotAt: Date | null };
  /** Set where the dishes cost less than the zone's minimum. */
  readonly minimum?: {
    readonly minimumSum: Kopecks;
    readonly missing: Kopecks;
    readonly currency: string;
  };
  /** Set where somebody else is at the order. */
  readonly claim?: { readonly by: string; readonly at: Date; readonly until: Date };
  /** Set for failures that the POS reported. */
  readonly upstream?: {
    readonly code: string | null;
    readonly message: string | null;
    readonly correlationId: string | null;
    readonly retryable: boolean;
    readonly kind?: RefusalKind | null;
    /** What a person can do about it; null when nobody knows. */
    readonly fix?: Text | null;
  };
}
