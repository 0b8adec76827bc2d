import { type PosFailure } from "../pos/pos-failure";

/** What people are told of an order. */
type StaffMessagePurpose = "HAND_OVER" | "ALERT" | "CANCEL_BY_HAND" | "TWICE_IN_TILL";

/** What a person has asked of an order. */
export interface NewCommand {
  readonly id: string;
  /** One command per order, kind and key. */
  readonly idempotencyKey: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly requestedAt: Date;
}

/** For whoever watches the gateway. */
type Measured =
  | { readonly what: "ANSWER_LOST" }
  | { readonly what: "UNKNOWN_REASON" }
  /** @param reason the POS's code where it is understood, else UNKNOWN */
  | { readonly what: "HANDED_OVER"; readonly reason: string }
  | { readonly what: "REACHED_TILL"; readonly seconds: number };

/**
 * What has to happen because of a decision, beside the order's own row and history. All of it is
 * written with them.
 */
export type Effect =
  /**
   * The order is sent to its till, not before `delayMs` have passed. It has one attempt waiting at
   * most.
   */
  | { readonly kind: "SEND"; readonly delayMs: number }
  /**
   * The POS is asked for the order: look number `look`, which sets the pause before it; sooner
   * where `withinMs` is less.
   */
  | { readonly kind: "PROBE"; readonly look: number; readonly withinMs?: number }
  | { readonly kind: "STOP_PROBING" }
  /**
   * One message on each enabled channel of the branch, once per purpose and round. "next": a
   * hand-over begins.
   */
  | {
      readonly kind: "STAFF_MESSAGE";
      readonly purpose: StaffMessagePurpose;
      readonly round: number | "next";
    }
  /** Whoever may have got the order hears that the message does not hold any more. */
  | { readonly kind: "CORRECTION" }
  /** A wish that the till has to fulfil. */
  | { readonly kind: "CANCEL_IN_POS"; readonly command: NewCommand }
  /** A wish that is fulfilled by what is written with it. */
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
   * The order is known to a POS under this id, too. Nothing noted yet of where: the first attempt
   * notes it.
   */
  | {
      readonly kind: "RENEW_POS_ID";
      readonly posOrderId: string;
      readonly generation: number;
      readonly organizationId?: string | null;
      readonly keyId?: string | null;
    }
  /** Attempts that nobody has ended are over: an answer that comes yet decides nothing. */
  | { readonly kind: "ABANDON_ATTEMPTS"; readonly at: Date }
  | { readonly kind: "MEASURE"; readonly measured: Measured };

export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/** The code by which the meter knows why people got an order. */
export function measuredReason({ reason, code }: PosFailure): string {
  return reason ? code : "UNKNOWN";
}
