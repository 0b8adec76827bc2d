import { type DataSource, type EntityManager } from "typeorm";

import { type FallbackKind } from "../../entities/branches/branch-settings";
import { Order } from "../../entities/orders/order";
import { StaffMessage } from "../../entities/orders/staff-message";
import { CallHeldBack, ChannelFailed, ChannelMoved, ChannelPaused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type FallbackChannel } from "../../ports/fallback-channel";
import { type Transaction, type Transactions } from "../../postgres/transaction";
import { tellingOf } from "../orders/rows/order-jobs";
import { type ReportUnexpected } from "../orders/session/unexpected";
import { type ChannelPaces } from "./channel-paces";
import { type Claim, type ClaimMessage } from "./claim-message";
import { asClaimed, type ClaimedDeliveries, deliveryGuard } from "./delivery-guard";
import { type EndDeliveries } from "./end-deliveries";
import { type FollowMovedTarget } from "./follow-moved-target";
import { type ToTell } from "./judge-delivery";
import { type PutOffDelivery } from "./put-off-delivery";

/**
 * Pauses between the attempts on one channel, in seconds. After the last one the channel counts as
 * unreachable.
 */
const CHANNEL_DELAYS_SECONDS = [5, 15, 30, 60, 120] as const;
const WAIT_FOR_OTHERS_SECONDS = 5;
const HELD_BACK_SECONDS = 1;

type Sending = Extract<Claim, { kind: "send" }>;

/** Sends a staff message over its channel (the job `tell-people`), with retries for a while. */
export class SendStaffMessage {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
      readonly claimMessage: ClaimMessage;
      readonly endDeliveries: EndDeliveries;
      readonly putOffDelivery: PutOffDelivery;
      readonly followMovedTarget: FollowMovedTarget;
      readonly paces: ChannelPaces;
      readonly transactions: Transactions;
      readonly clock: Clock;
      /** Called for unexpected errors; each counts as a failed attempt. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /**
   * Safe to repeat, also after a crash at any point. The staff read the message once per channel;
   * the only case of a second copy, which says that it is one, is described in ADR 10.
   */
  async execute({ deliveryId }: { deliveryId: string }): Promise<void> {
    const { db, channels, claimMessage, endDeliveries, putOffDelivery } = this.parts;
    const known = await db.manager.findOneBy(StaffMessage, { id: deliveryId });
    if (!known) return;
    const channel = channels[known.kind] ?? notSetUp(known.kind);
    const claim = await claimMessage.execute(deliveryId, channel);
    switch (claim?.kind) {
      case undefined:
        return;
      case "drop":
        return endDeliveries.giveUp(claim.delivery, claim.why);
      case "arrived":
        return endDeliveries.delivered(claim.delivery);
      case "wait":
        return this.parts.transactions.run((tx) =>
          this.again(tx, claim.delivery, WAIT_FOR_OTHERS_SECONDS),
        );
      case "put-off":
        return putOffDelivery.execute(claim.toTell, claim.waitMs);
      case "send":
        return this.send(channel, claim);
    }
  }

  private async send(channel: FallbackChannel, claim: Sending): Promise<void> {
    const { together, message, deliveries } = claim;
    const [first] = together;
    if (!first) return;
    const guard = deliveryGuard(this.parts.db, deliveries);
    try {
      await channel.deliver(first.delivery.target, message, first.delivery.partsTaken, guard);
    } catch (error) {
      if (error instanceof CallHeldBack) return this.heldBack(claim, channel.foldsCopiesForMs > 0);
      const { id: orderId } = first.order;
      if (!(error instanceof ChannelFailed))
        this.parts.report({ orderId, during: "tell-people", error });
      return this.failed(first, claim, toChannelFailed(error), channel.foldsCopiesForMs > 0);
    }
    await this.delivered(together);
  }

  /**
   * Recording one delivery keeps it from being sent again, so none waits for the failure of
   * another.
   */
  private async delivered(together: readonly ToTell[]): Promise<void> {
    const failures: unknown[] = [];
    for (const { delivery } of together)
      await this.parts.endDeliveries
        .delivered(delivery)
        .catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  /**
   * Nothing was sent and nothing failed: the process that has the message now continues, or else it
   * is sent soon.
   */
  private async heldBack({ together, deliveries }: Sending, folds: boolean): Promise<void> {
    for (const { delivery } of together) takeBack(delivery, deliveries, folds);
    await this.parts.transactions.run(async (tx) => {
      for (const { delivery } of await this.save(tx, together, deliveries))
        await this.again(tx, delivery, HELD_BACK_SECONDS);
    });
  }

  /** The failure counts against the delivery whose turn it was; the others have their own turns. */
  private async failed(
    first: ToTell,
    { together, deliveries }: Sending,
    error: ChannelFailed,
    folds: boolean,
  ): Promise<void> {
    const { transactions, endDeliveries, followMovedTarget } = this.parts;
    const { delivery } = first;
    for (const each of together) {
      takeBack(each.delivery, deliveries, folds, error.mayHaveArrived);
      Object.assign(each.delivery, { error: error.message, partsTaken: error.partsTaken });
    }
    if (error instanceof ChannelPaused) return this.pause(together, deliveries, error);
    const delaySeconds = error.needsPerson ? undefined : CHANNEL_DELAYS_SECONDS[delivery.failures];
    if (delaySeconds !== undefined) delivery.failures += 1;
    const isOurs = await transactions.run(async (tx) => {
      const ours = await this.save(tx, together, deliveries);
      if (!ours.includes(first)) return false;
      if (delaySeconds !== undefined)
        await this.again(tx, delivery, error instanceof ChannelMoved ? 0 : delaySeconds);
      return true;
    });
    if (error instanceof ChannelMoved) await followMovedTarget.execute(first, error.movedTo);
    if (isOurs && delaySeconds === undefined) await endDeliveries.giveUp(delivery, error.message);
  }

  private async pause(
    together: readonly ToTell[],
    deliveries: ClaimedDeliveries,
    { retryAfterMs }: ChannelPaused,
  ): Promise<void> {
    const { transactions, paces, putOffDelivery } = this.parts;
    const ours = await transactions.run((tx) => this.save(tx, together, deliveries));
    const [first] = together;
    const waitMs = first ? await paces.pause(first.delivery, retryAfterMs) : 0;
    for (const each of ours) await putOffDelivery.execute(each, waitMs);
  }

  /**
   * @returns those that no other process has taken over since they were claimed; the others are
   *   left unchanged
   */
  private async save(
    tx: EntityManager,
    together: readonly ToTell[],
    { sendingSince: claimedAt }: ClaimedDeliveries,
  ): Promise<ToTell[]> {
    const ours: ToTell[] = [];
    for (const each of together) {
      const { id, failures, error, sendingSince, partsTaken, messageId } = each.delivery;
      const changes = { failures, error, sendingSince, partsTaken, messageId };
      const where = asClaimed({ ids: [id], sendingSince: claimedAt });
      if ((await tx.update(StaffMessage, where, changes)).affected) ours.push(each);
    }
    return ours;
  }

  private async again(
    tx: Transaction,
    { id, orderId }: StaffMessage,
    delaySeconds: number,
  ): Promise<void> {
    const { branchId } = await tx.findOneByOrFail(Order, { id: orderId });
    await tx.enqueue({ task: "tell-people", ...tellingOf(id, branchId, delaySeconds * 1000) });
  }
}

/** After a definite rejection, only an earlier copy may still have arrived. */
function takeBack(
  delivery: StaffMessage,
  { earlier }: ClaimedDeliveries,
  foldsCopies: boolean,
  mayHaveArrived = false,
): void {
  if (!mayHaveArrived && !delivery.repeated) Object.assign(delivery, earlier.get(delivery.id));
  // Only a copy that is to be folded goes out with the same orders as the first; all other
  // deliveries are judged again, each on its own.
  if (!foldsCopies) delivery.messageId = null;
}

function notSetUp(kind: FallbackKind): FallbackChannel {
  return {
    foldsCopiesForMs: Infinity,
    paceOf: () => [],
    callsFor: () => 1,
    deliver: () =>
      Promise.reject(new ChannelFailed(`The channel ${kind} is not set up on this gateway`)),
  };
}

/**
 * A channel that failed with an unexpected error is treated like any other failure; the message may
 * have arrived.
 */
function toChannelFailed(error: unknown): ChannelFailed {
  if (error instanceof ChannelFailed) return error;
  return new ChannelFailed("Something unexpected in the gateway", {
    cause: error,
    mayHaveArrived: true,
  });
}
