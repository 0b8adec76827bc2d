import { type Kopecks, type Thousandths } from "../money/money";
import { type Text } from "../texts/locale";
import { type RefusalKind } from "./refusal-kind";
import { type UserErrorCode } from "./user-error-code";

/** A problem that the caller can fix. */
export interface UserError {
  readonly code: UserErrorCode;
  /**
   * Path into the mutation's arguments: ["input", "lines", "0", "sizeId"]; null when the error does
   * not concern a single field.
   */
  readonly field: readonly string[] | null;
  readonly message: Text;
  /**
   * The same request may succeed unchanged in a few seconds: somebody else is working on it now.
   */
  readonly retryable?: true;
  /** Set for user errors about a single dish. */
  readonly item?: {
    readonly article: string | null;
    readonly currentPrice?: Kopecks;
    readonly availableAmount?: Thousandths;
    /** When the dish is sold again; null: not within a year. */
    readonly availableAt?: Date | null;
    readonly currency: string;
  };
  /** Set when the branch is closed at the wanted time; null: it does not open within a year. */
  readonly closed?: { readonly opensAt: Date | null };
  /** Set when the slot of the wanted time is full; null: no later slot is free within a week. */
  readonly slot?: { readonly nextSlotAt: Date | null };
  /** Set when the dishes cost less than the zone's minimum. */
  readonly minimum?: {
    readonly minimumSum: Kopecks;
    readonly missing: Kopecks;
    readonly currency: string;
  };
  /** Set when somebody else is working on the order. */
  readonly claim?: { readonly by: string; readonly at: Date; readonly until: Date };
  /** Set for failures that the POS reported. */
  readonly upstream?: {
    readonly code: string | null;
    readonly message: string | null;
    readonly correlationId: string | null;
    readonly retryable: boolean;
    readonly kind?: RefusalKind | null;
    /** What a person can do about it; null when unknown. */
    readonly fix?: Text | null;
  };
}
