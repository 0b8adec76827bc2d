import { type UserErrorCode } from "../errors/user-error-code";
import { type Text } from "../texts/locale";

/** What a plan does with an article. */
export enum ChangeAction {
  CREATE = "CREATE",
  UPDATE = "UPDATE",
  UNCHANGED = "UNCHANGED",
  /** Differs, but only in fields that an operator has locked. */
  SKIP_LOCKED = "SKIP_LOCKED",
  /** No longer in the POS's menu, and therefore no longer sold. */
  REMOVE = "REMOVE",
  BLOCKED = "BLOCKED",
}

export interface FieldDifference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The POS has this value, but ours is kept. */
  readonly locked?: boolean;
}

/** Why an article is blocked or removed. */
export interface ChangeReason {
  readonly code: UserErrorCode;
  readonly message: Text;
}
