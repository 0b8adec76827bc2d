import { type PosFailure } from "../pos/pos-failure";

/** Purpose of a message to the staff about an order. */
type StaffMessagePurpose = "HAND_OVER" | "ALERT" | "CANCEL_BY_HAND" | "TWICE_IN_TILL";

/** What a person has requested for an order. */
export interface NewCommand {
  readonly id: string;
  /** One command per order, kind and key. */
  readonly idempotencyKey: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly requestedAt: Date;
}

/** Measurements for monitoring the gateway. */
type Measured =
  | { readonly what: "ANSWER_LOST" }
  | { readonly what: "UNKNOWN_REASON" }
  /** @param reason the POS's code where it is understood, otherwise UNKNOWN */
  | { readonly what: "HANDED_OVER"; readonly reason: string }
  | { readonly what: "REACHED_TILL"; readonly seconds: number };

/**
 * What has to happen because of a decision, besides changes to the order's own row and history.
 * Everything is written together with them.
 */
export type Effect =
  /**
   * The order is sent to its POS, once `delayMs` have passed. At most one attempt is waiting at a
   * time.
   */
  | { readonly kind: "SEND"; readonly delayMs: number }
  /**
   * The POS is probed for the order: probe number `look`, which determines the pause before it;
   * sooner when `withinMs` is less.
   */
  | { readonly kind: "PROBE"; readonly look: number; readonly withinMs?: number }
  | { readonly kind: "STOP_PROBING" }
  /**
   * One message on each enabled channel of the branch, once per purpose and round. "next": a
   * handover begins.
   */
  | {
      readonly kind: "STAFF_MESSAGE";
      readonly purpose: StaffMessagePurpose;
      readonly round: number | "next";
    }
  /** Anyone who may have received the order is informed that the message no longer applies. */
  | { readonly kind: "CORRECTION" }
  /** A request that the POS has to fulfil. */
  | { readonly kind: "CANCEL_IN_POS"; readonly command: NewCommand }
  /** A request that is fulfilled by what is written with it. */
  | {
      readonly kind: "RECORD_COMMAND";
      readonly of: "CANCEL" | "RETRY";
      readonly command: NewCommand;
    }
  | {
      readonly kind: "RELEASE_RESERVATIONS";
      readonly state: "SETTLED" | "RELEASED";
      readonly reason: string;
      readonly at: Date;
    }
  | { readonly kind: "RETURN_PROMOTIONS"; readonly at: Date }
  /**
   * The order is also known to a POS under this id. Where organization or key are missing, the
   * first attempt records them.
   */
  | {
      readonly kind: "RENEW_POS_ID";
      readonly posOrderId: string;
      readonly generation: number;
      readonly organizationId?: string | null;
      readonly keyId?: string | null;
    }
  /** Unfinished attempts are over: a late answer decides nothing. */
  | { readonly kind: "ABANDON_ATTEMPTS"; readonly at: Date }
  | { readonly kind: "MEASURE"; readonly measured: Measured };

export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/** Returns the code that tells the meter why an order was handed over. */
export function measuredReason({ reason, code }: PosFailure): string {
  return reason ? code : "UNKNOWN";
}
