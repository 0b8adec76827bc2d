import { type Text } from "../../../domain/texts/locale";

/** In display order. Public API: clients switch on these codes. */
export const CHECK_CODES = [
  "KEY_WORKS",
  "ORGANIZATION_VISIBLE",
  "KEY_KEEPS_ORGANIZATIONS",
  "TERMINAL_GROUP_VISIBLE",
  "TERMINAL_GROUP_ALIVE",
  "MENU_PUBLISHED",
  "DUPLICATE_ARTICLES",
  "PAYMENT_TYPES_FIT",
  "LOYALTY_CARD_TYPE",
  "LOYALTY_PROVISIONED",
  "DISCOUNT_TAKES_SUM",
  "DELIVERY_PRODUCT_FITS",
  "DELIVERY_ZONES",
  "STREETS_KNOWN",
  "ORDER_TYPES",
  "WAYS_OFFERED",
  "GUESTS_TAKEN",
  "ADDRESS_FORMAT",
  "LINE_COMMENTS",
  "MARKETING_SOURCE",
  "ORDER_CONFIRMATION",
  "PAID_BEFORE_SENDING",
  "CURRENCY_FITS",
  "WEBHOOK_OURS",
  "WEBHOOKS_HEARD",
  "ORDERS_POLLED",
  "CLOCK_AND_TIME_ZONE",
  "CLOCKS_AGREE",
  "FALLBACK_READY",
] as const;

export type CheckCode = (typeof CHECK_CODES)[number];

export enum CheckState {
  OK = "OK",
  /** It works, but something needs attention. */
  WARNING = "WARNING",
  FAILED = "FAILED",
  /**
   * The check could not run because the POS did not answer or an earlier check failed. Says nothing
   * about the thing itself.
   */
  NOT_CHECKED = "NOT_CHECKED",
}

/** The result of one check, and what to do about it. */
export interface Verdict {
  readonly state: CheckState;
  readonly message: Text;
  /** Set when action is needed. */
  readonly fix: Text | null;
}

export interface HealthCheck extends Verdict {
  readonly code: CheckCode;
}

export function fine(ru: string, en: string): Verdict {
  return { state: CheckState.OK, message: { ru, en }, fix: null };
}

export function warning(message: Text, fix: Text): Verdict {
  return { state: CheckState.WARNING, message, fix };
}

export function failed(message: Text, fix: Text | null): Verdict {
  return { state: CheckState.FAILED, message, fix };
}

export function notChecked(ru: string, en: string, fix: Text | null = null): Verdict {
  return {
    state: CheckState.NOT_CHECKED,
    message: { ru: `Не проверено: ${ru}`, en: `Not checked: ${en}` },
    fix,
  };
}
