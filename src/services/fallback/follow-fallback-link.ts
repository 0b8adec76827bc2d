import { type DataSource, type EntityManager } from "typeorm";

import { endedClaim } from "../../domain/orders/decide-claim";
import { decideMessageEnd, decideNote } from "../../domain/orders/decide-notes";
import { decideEnteredByHand, decideRetry } from "../../domain/orders/decide-retry";
import { InjectionState } from "../../domain/orders/injection-state";
import { claimOf } from "../../domain/orders/order-claim";
import { type Locale } from "../../domain/texts/locale";
import { Order } from "../../entities/orders/order";
import { StaffMessage } from "../../entities/orders/staff-message";
import { type ChannelVendor } from "../../ports/channel-vendor";
import { type Clock } from "../../ports/clock";
import { type Secrets } from "../../ports/secrets";
import { agreed } from "../orders/operate/act-on-order";
import { isStuck } from "../orders/read/find-stuck";
import { type OrderSession, type OrderSessions } from "../orders/session/order-session";
import { currentRound } from "./current-round";
import { linkNote } from "./delivery-note";
import { type LinkAction, openFallbackLink } from "./fallback-link";

/**
 * OPEN: it can be used; DONE: it has just been used; BUSY: not now, try again; any other: it cannot
 * be used, and why.
 */
export type LinkVerdict =
  "OPEN" | "DONE" | "BUSY" | "UNKNOWN" | "EXPIRED" | "USED" | "IN_POS" | "OVERTAKEN";

/** What anyone holding a link may see of an order: only its number. */
export interface ShownLink {
  readonly verdict: LinkVerdict;
  readonly language: Locale;
  readonly action: LinkAction | null;
  readonly number: string | null;
}

interface LinkedMessage {
  readonly order: Order;
  readonly delivery: StaffMessage;
  readonly action: LinkAction;
  readonly expiresAt: Date;
}

const UNKNOWN: ShownLink = { verdict: "UNKNOWN", language: "ru", action: null, number: null };

/** Handles the links in staff messages: opening one changes nothing, using it acts once. */
export class FollowFallbackLink {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly secrets: Secrets;
      readonly vendors: readonly ChannelVendor[];
      readonly clock: Clock;
    },
  ) {}

  /**
   * Returns what the link would do. Only reads, because mail programs and messengers open links on
   * their own.
   */
  async look(token: string): Promise<ShownLink> {
    const { manager } = this.parts.db;
    const message = await this.messageOf(manager, token, (id) => manager.findOneBy(Order, { id }));
    return message ? shown(message, await this.judge(manager, message)) : UNKNOWN;
  }

  /**
   * Does what the link says, once. A second use, or a use after something else has happened to the
   * order, does nothing and says so. Waits about 2 s if somebody else has the order locked.
   *
   * @param posNumber the order's number in the POS, if the staff gave it
   */
  async execute(token: string, posNumber: string | null): Promise<ShownLink> {
    const { manager } = this.parts.db;
    const known = await this.messageOf(manager, token, (id) => manager.findOneBy(Order, { id }));
    if (!known) return UNKNOWN;
    const outcome = await this.parts.sessions.changeFree(known.order.id, async (session, order) => {
      const message = await this.messageOf(session.tx, token, () => Promise.resolve(order));
      return message ? this.use(session, message, posNumber) : UNKNOWN;
    });
    return outcome === "busy" ? shown(known, "BUSY") : outcome.done;
  }

  private async use(
    session: OrderSession,
    message: LinkedMessage,
    posNumber: string | null,
  ): Promise<ShownLink> {
    const { tx } = session;
    const verdict = await this.judge(tx, message);
    if (verdict !== "OPEN") return shown(message, verdict);
    const { order, delivery, action } = message;
    const acting = { actor: `${delivery.kind} ${delivery.target}`, now: this.parts.clock.now() };
    // Somebody is entering it. What the staff have already entered may still be reported.
    if (action === "RETRY" && claimOf(order, acting.now)) return shown(message, "BUSY");
    await this.noteArrival(session, order, delivery, acting.now);
    session.apply(
      order,
      decideNote(order, linkNote(this.parts.vendors, delivery.kind), acting.now, acting.actor),
    );
    const stuck = await isStuck(tx, order, acting.now);
    const decided =
      action === "RETRY"
        ? decideRetry(order, { stuck, force: true }, acting)
        : decideEnteredByHand(order, posNumber, stuck, acting);
    session.apply(order, endedClaim(agreed(decided)));
    const acknowledged = { acknowledgedAt: acting.now, acknowledgedBy: action };
    await tx.update(StaffMessage, { id: delivery.id }, acknowledged);
    return shown(message, "DONE");
  }

  /**
   * Anyone who follows a link has received the message, even if the process died before recording
   * that it was sent.
   */
  private async noteArrival(
    session: OrderSession,
    order: Order,
    { id, sentAt }: StaffMessage,
    at: Date,
  ): Promise<void> {
    if (sentAt !== null) return;
    await session.tx.update(StaffMessage, { id }, { sentAt: at, givenUpAt: null });
    session.apply(order, decideMessageEnd(order, null, "HANDED_OVER", at));
  }

  private async messageOf(
    tx: EntityManager,
    token: string,
    orderOf: (id: string) => Promise<Order | null>,
  ): Promise<LinkedMessage | undefined> {
    const link = openFallbackLink(this.parts.secrets, token);
    const delivery = link && (await tx.findOneBy(StaffMessage, { id: link.deliveryId }));
    const order = delivery && (await orderOf(delivery.orderId));
    return order ? { order, delivery, action: link.action, expiresAt: link.expiresAt } : undefined;
  }

  private async judge(
    tx: EntityManager,
    { order, delivery, expiresAt }: LinkedMessage,
  ): Promise<LinkVerdict> {
    if (order.injectionState === InjectionState.IN_POS) return "IN_POS";
    const { orderId, round } = delivery;
    const used = await tx
      .createQueryBuilder(StaffMessage, "other")
      .where("other.orderId = :orderId and other.round = :round", { orderId, round })
      .andWhere("other.acknowledgedAt is not null")
      .getExists();
    if (used) return "USED";
    if (expiresAt <= this.parts.clock.now()) return "EXPIRED";
    const open = order.handedOverAt !== null && !SETTLED.has(order.injectionState);
    return open && round === (await currentRound(tx, orderId)) ? "OPEN" : "OVERTAKEN";
  }
}

const SETTLED = new Set([InjectionState.ENTERED_BY_HAND, InjectionState.CANCELLED_BEFORE_SEND]);

function shown({ order, delivery, action }: LinkedMessage, verdict: LinkVerdict): ShownLink {
  return { verdict, language: delivery.language, action, number: order.number };
}
