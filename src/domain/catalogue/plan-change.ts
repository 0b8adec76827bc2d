import { type UserErrorCode } from "../errors/user-error-code";
import { type Text } from "../texts/locale";

/** What becomes of one article by a plan. */
export enum ChangeAction {
  CREATE = "CREATE",
  UPDATE = "UPDATE",
  UNCHANGED = "UNCHANGED",
  /** Differs, but only in fields that an operator locked. */
  SKIP_LOCKED = "SKIP_LOCKED",
  /** No longer in the POS's menu: not sold any more. */
  REMOVE = "REMOVE",
  BLOCKED = "BLOCKED",
}

export interface FieldDifference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The POS has this value, ours stays. */
  readonly locked?: boolean;
}

/** Why an article is blocked or removed. */
export interface ChangeReason {
  readonly code: UserErrorCode;
  readonly message: Text;
}
