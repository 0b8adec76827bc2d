import { type EntityManager, In, IsNull } from "typeorm";

import { Moment } from "../../domain/time/moment";
import { StaffMessage } from "../../entities/orders/staff-message";
import { type Clock } from "../../ports/clock";
import {
  type ChannelPace,
  type FallbackChannel,
  type FallbackMessage,
} from "../../ports/fallback-channel";
import { type Transaction, type Transactions } from "../../postgres/transaction";
import { type OrderSessions } from "../orders/session/order-session";
import { batchedMessage, type OrderMessage } from "./batched-message";
import { type ChannelPaces } from "./channel-paces";
import { type ClaimedDeliveries, type EarlierCopy } from "./delivery-guard";
import { judgeDelivery, type ToTell } from "./judge-delivery";
import { type WriteOrderMessages } from "./write-order-messages";

/** Maximum number of orders in one message. */
const MOST_TOGETHER = 20;

const LONGEST_QUEUE_MS = 30_000;

export type Claim =
  /**
   * The intent is recorded: send it now. `together` lists every delivery in the message, the
   * requested one first.
   */
  | {
      readonly kind: "send";
      readonly together: readonly ToTell[];
      readonly message: FallbackMessage;
      readonly deliveries: ClaimedDeliveries;
    }
  | { readonly kind: "wait" | "arrived"; readonly delivery: StaffMessage }
  /** Nothing is sent to its target for this long. */
  | { readonly kind: "put-off"; readonly toTell: ToTell; readonly waitMs: number }
  | { readonly kind: "drop"; readonly delivery: StaffMessage; readonly why: string };

/**
 * Decides what becomes of a delivery and records the intent to send before anything is sent (ADR
 * 10), so that any process that continues after a crash knows that the message may have arrived.
 * Other deliveries waiting for the same target go out in the same message.
 */
export class ClaimMessage {
  constructor(
    private readonly parts: {
      readonly transactions: Transactions;
      readonly sessions: OrderSessions;
      readonly paces: ChannelPaces;
      readonly writeOrderMessages: WriteOrderMessages;
      readonly clock: Clock;
    },
  ) {}

  /** @returns undefined when nothing is left to do for the delivery */
  execute(deliveryId: string, channel: FallbackChannel): Promise<Claim | undefined> {
    const { transactions, paces, clock } = this.parts;
    const claimed = Moment.now();
    return transactions.run(async (tx) => {
      const known = await tx.findOneBy(StaffMessage, { id: deliveryId });
      const order =
        known && (await this.parts.sessions.open(tx, [known.orderId])).find(known.orderId);
      const delivery = order && (await tx.findOneBy(StaffMessage, { id: deliveryId }));
      if (!delivery || delivery.sentAt || delivery.givenUpAt) return undefined;
      const first = { order, delivery };
      const folds = foldsNow(channel, delivery, clock.now());
      const verdict = await judgeDelivery(tx, first, folds, clock.now());
      if (verdict.kind !== "send") return { delivery, ...verdict };
      const pace = channel.paceOf(delivery.target);
      const waitMs = await paces.take(tx, delivery, pace);
      if (waitMs > 0)
        return {
          kind: "put-off",
          toTell: first,
          waitMs: waitMs + (await queueMs(tx, delivery, pace)),
        };
      return this.send(tx, channel, folds, { first, claimed });
    });
  }

  private async send(
    tx: Transaction,
    channel: FallbackChannel,
    folds: boolean,
    { first, claimed }: { readonly first: ToTell; readonly claimed: Moment },
  ): Promise<Claim> {
    const others = await this.companions(tx, folds, first);
    const messages = await this.parts.writeOrderMessages.execute(tx, [first, ...others]);
    const { messageId, message } = fitting(channel, folds, first.delivery, messages);
    const together = [first, ...others].slice(0, message.orders);
    await this.parts.paces.countMore(tx, first.delivery, channel.callsFor(message.content) - 1);
    const sendingSince = this.parts.clock.now();
    const earlier = new Map(together.map(({ delivery }) => [delivery.id, earlierCopyOf(delivery)]));
    for (const { delivery } of together) {
      const firstTriedAt = firstTryOf(delivery) ?? sendingSince;
      Object.assign(delivery, { sendingSince, messageId, firstTriedAt });
      const { id, repeated, partsTaken } = delivery;
      const changes = { sendingSince, messageId, repeated, partsTaken, firstTriedAt };
      await tx.update(StaffMessage, { id }, changes);
    }
    const ids = together.map(({ delivery }) => delivery.id);
    return {
      kind: "send",
      together,
      message: message.content,
      deliveries: { ids, sendingSince, claimed, earlier },
    };
  }

  /**
   * Returns what may go out in one message with a delivery, the oldest order first; locks their
   * orders.
   */
  private async companions(
    tx: Transaction,
    folds: boolean,
    { order, delivery }: ToTell,
  ): Promise<ToTell[]> {
    const candidates = await waitingBeside(tx, delivery, folds);
    const orderIds = candidates.map(({ orderId }) => orderId).filter((id) => id !== order.id);
    if (orderIds.length === 0) return [];
    // Does not wait for an order that somebody else has locked: it gets its own turn.
    const orders = await this.parts.sessions.open(tx, orderIds, "skip");
    const found = await tx.findBy(StaffMessage, {
      id: In(candidates.map(({ id }) => id)),
      sentAt: IsNull(),
      givenUpAt: IsNull(),
    });
    const companions: ToTell[] = [];
    for (const { id } of candidates) {
      const other = found.find((each) => each.id === id);
      const itsOrder = other && orders.find(other.orderId);
      if (!itsOrder || companions.some((each) => each.order === itsOrder)) continue;
      const toTell = { order: itsOrder, delivery: other };
      const now = this.parts.clock.now();
      const { kind } = await judgeDelivery(tx, toTell, folds, now, delivery.id);
      if (kind === "send") companions.push(toTell);
    }
    return companions;
  }
}

/** Whether a copy of the delivery's message is folded if the channel already has one. */
function foldsNow(
  { foldsCopiesForMs }: FallbackChannel,
  delivery: StaffMessage,
  now: Date,
): boolean {
  const since = firstTryOf(delivery) ?? now;
  return foldsCopiesForMs > 0 && now.getTime() - since.getTime() <= foldsCopiesForMs;
}

/** null if it has not been tried yet. Processes of an earlier version record only the last try. */
function firstTryOf({ firstTriedAt, sendingSince }: StaffMessage): Date | null {
  return firstTriedAt ?? sendingSince;
}

function earlierCopyOf({ sendingSince, messageId }: StaffMessage): EarlierCopy {
  return { sendingSince, messageId };
}

/**
 * Deliveries waiting for one target are staggered: the first takes others along, and if all ran
 * simultaneously, all but one would run in vain.
 */
async function queueMs(
  tx: EntityManager,
  { id, kind, target }: StaffMessage,
  pace: readonly ChannelPace[],
): Promise<number> {
  const [row] = await tx.query<{ ahead: number }[]>(
    `select count(*)::int as ahead from fallback_deliveries
     where kind = $1 and target = $2 and sent_at is null and given_up_at is null and id < $3`,
    [kind, target, id],
  );
  const turnMs =
    pace.length === 0 ? 0 : Math.min(...pace.map(({ calls, withinMs }) => withinMs / calls));
  return Math.min((row?.ahead ?? 0) * turnMs, LONGEST_QUEUE_MS);
}

/**
 * A delivery that has failed goes alone, because whatever is wrong with it must not hold up the
 * others. So does one that was sent in parts. A copy that a mailbox is to fold must have the same
 * contents as the first.
 */
function waitingBeside(
  tx: EntityManager,
  {
    id,
    kind,
    target,
    language,
    purpose,
    failures,
    partsTaken,
    messageId,
    sendingSince,
  }: StaffMessage,
  foldsCopies: boolean,
): Promise<Pick<StaffMessage, "id" | "orderId">[]> {
  const isCopy = foldsCopies && sendingSince !== null;
  if ((isCopy && messageId === null) || (!isCopy && (failures > 0 || partsTaken > 0)))
    return Promise.resolve([]);
  const which = isCopy
    ? "d.message_id = $6"
    : `d.failures = 0 and d.parts_taken = 0 and (d.sending_since is null or d.message_id = $6)`;
  return tx.query(
    `select d.id, d.order_id as "orderId" from fallback_deliveries d join orders o on o.id = d.order_id
     where d.kind = $1 and d.target = $2 and d.language = $3 and d.purpose = $4 and d.id <> $5
       and d.sent_at is null and d.given_up_at is null and ${which}
     order by o.created_at, d.id limit ${MOST_TOGETHER - 1}`,
    [kind, target, language, purpose, id, messageId],
  );
}

interface Fitting {
  readonly messageId: string | null;
  readonly message: { readonly orders: number; readonly content: FallbackMessage };
}

/** Returns as many orders as fit into one call, at least one. A copy keeps the id of the first. */
function fitting(
  channel: FallbackChannel,
  foldsCopies: boolean,
  delivery: StaffMessage,
  messages: readonly OrderMessage[],
): Fitting {
  const { id, language, sendingSince } = delivery;
  const copied = foldsCopies && sendingSince !== null ? delivery.messageId : null;
  for (let orders = messages.length; orders > 1 && copied === null; orders -= 1) {
    const content = batchedMessage(`joint-${id}`, language, messages.slice(0, orders));
    if (channel.callsFor(content) === 1) return { messageId: id, message: { orders, content } };
  }
  const orders = copied === null ? 1 : messages.length;
  const content = batchedMessage(
    copied === null ? id : `joint-${copied}`,
    language,
    messages.slice(0, orders),
  );
  return { messageId: copied, message: { orders, content } };
}
