import { type DataSource, type EntityManager } from "typeorm";

import { InjectionState } from "../../domain/injection-state";
import { type Locale } from "../../domain/locale";
import { FallbackDelivery } from "../../entities/fallback-delivery";
import { Order } from "../../entities/order";
import { type Clock } from "../../ports/clock";
import { type Secrets } from "../../ports/secrets";
import { withFreeOrder } from "../orders/with-free-order";
import { type OrderActions } from "../orders/operate/order-actions";
import { currentRound } from "./current-round";
import { linkNote } from "./delivery-note";
import { type LinkAction, openFallbackLink } from "./fallback-link";

/** OPEN: it can be used; DONE: it has just been used; BUSY: not now, try again; all else: it cannot, and why. */
export type LinkVerdict = "OPEN" | "DONE" | "BUSY" | "UNKNOWN" | "EXPIRED" | "USED" | "IN_POS" | "OVERTAKEN";

/** What may be shown of an order to whoever holds a link: its number, no more. */
export interface ShownLink {
  readonly verdict: LinkVerdict;
  readonly language: Locale;
  readonly action: LinkAction | null;
  readonly number: string | null;
}

interface LinkedMessage {
  readonly order: Order;
  readonly delivery: FallbackDelivery;
  readonly action: LinkAction;
  readonly expiresAt: Date;
}

const UNKNOWN: ShownLink = { verdict: "UNKNOWN", language: "ru", action: null, number: null };

/** The links in messages to people: looking at one changes nothing, using it acts once. */
export class FollowFallbackLink {
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
    private readonly actions: OrderActions,
    private readonly clock: Clock,
  ) {}

  /** What the link would do. Only reads: mail programs and messengers look at links by themselves. */
  async look(token: string): Promise<ShownLink> {
    const { manager } = this.db;
    const message = await this.messageOf(manager, token, (id) => manager.findOneBy(Order, { id }));
    return message ? shown(message, await this.judge(manager, message)) : UNKNOWN;
  }

  /**
   * Does what the link says, once. A second use, and a use after something else has happened to the order, does nothing
   * and says so. Whoever has the order locked is waited for, for some 2 s.
   *
   * @param posNumber the order's number in the till, where people gave it
   */
  async execute(token: string, posNumber: string | null): Promise<ShownLink> {
    const { manager } = this.db;
    const known = await this.messageOf(manager, token, (id) => manager.findOneBy(Order, { id }));
    if (!known) return UNKNOWN;
    const outcome = await withFreeOrder(this.db, known.order.id, async (tx, order) => {
      const message = await this.messageOf(tx, token, () => Promise.resolve(order));
      return message ? this.use(tx, message, posNumber) : UNKNOWN;
    });
    return outcome === "busy" ? shown(known, "BUSY") : outcome.done;
  }

  private async use(tx: EntityManager, message: LinkedMessage, posNumber: string | null): Promise<ShownLink> {
    const verdict = await this.judge(tx, message);
    if (verdict !== "OPEN") return shown(message, verdict);
    const { order, delivery, action } = message;
    await this.noteArrival(tx, order, delivery);
    const acting = { actor: `${delivery.kind} ${delivery.target}`, now: this.clock.now() };
    await this.actions.note(tx, order, linkNote(delivery.kind), acting);
    if (action === "RETRY") await this.actions.retry(tx, order, true, acting);
    else await this.actions.enterByHand(tx, order, posNumber, acting);
    const acknowledged = { acknowledgedAt: acting.now, acknowledgedBy: action };
    await tx.update(FallbackDelivery, { id: delivery.id }, acknowledged);
    return shown(message, "DONE");
  }

  /** Whoever follows a link has the message, though the process may have died before noting that it was sent. */
  private async noteArrival(tx: EntityManager, order: Order, { id, sentAt }: FallbackDelivery): Promise<void> {
    if (sentAt !== null) return;
    const at = this.clock.now();
    await tx.update(FallbackDelivery, { id }, { sentAt: at, givenUpAt: null });
    await this.actions.handedOver(tx, order, at);
  }

  private async messageOf(
    tx: EntityManager,
    token: string,
    orderOf: (id: string) => Promise<Order | null>,
  ): Promise<LinkedMessage | undefined> {
    const link = openFallbackLink(this.secrets, token);
    const delivery = link && (await tx.findOneBy(FallbackDelivery, { id: link.deliveryId }));
    const order = delivery && (await orderOf(delivery.orderId));
    return order ? { order, delivery, action: link.action, expiresAt: link.expiresAt } : undefined;
  }

  private async judge(tx: EntityManager, { order, delivery, expiresAt }: LinkedMessage): Promise<LinkVerdict> {
    if (order.injectionState === InjectionState.IN_POS) return "IN_POS";
    const { orderId, round } = delivery;
    const used = await tx
      .createQueryBuilder(FallbackDelivery, "other")
      .where("other.orderId = :orderId and other.round = :round", { orderId, round })
      .andWhere("other.acknowledgedAt is not null")
      .getExists();
    if (used) return "USED";
    if (expiresAt <= this.clock.now()) return "EXPIRED";
    const open = order.handedOverAt !== null && !SETTLED.has(order.injectionState);
    return open && round === (await currentRound(tx, orderId)) ? "OPEN" : "OVERTAKEN";
  }
}

const SETTLED = new Set([InjectionState.ENTERED_BY_HAND, InjectionState.CANCELLED_BEFORE_SEND]);

function shown({ order, delivery, action }: LinkedMessage, verdict: LinkVerdict): ShownLink {
  return { verdict, language: delivery.language, action, number: order.number };
}
