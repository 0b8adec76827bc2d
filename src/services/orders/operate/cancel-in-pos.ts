import { type DataSource } from "typeorm";

import { wordsOfOrder } from "../../../domain/guests/guest-words";
import { decideNotCancelled } from "../../../domain/orders/decide-cancellation";
import { Observation } from "../../../domain/orders/order-event";
import { isFinal, OrderStatus } from "../../../domain/orders/order-status";
import { failureWithoutWords, type PosFailure } from "../../../domain/pos/pos-failure";
import { posFailureOf } from "../../../domain/pos/pos-failure-of";
import { Order } from "../../../entities/orders/order";
import { CommandOutcome, OrderCommand } from "../../../entities/orders/order-command";
import { RefusalKind } from "../../../errors";
import { type CallGuard, callGuard } from "../../../ports/call-guard";
import { type Clock } from "../../../ports/clock";
import { able } from "../../../ports/pos/pos";
import { type ReportedFailure } from "../../../ports/pos/pos-orders";
import { type Transactions } from "../../../postgres/transaction";
import { cancellationOf } from "../rows/order-jobs";
import {
  type CallFailure,
  callFailureOf,
  callFailureOfReport,
  isOurOwn,
} from "../session/call-failure";
import { type OrderSessions } from "../session/order-session";
import { type SentOrders } from "../session/sent-orders";
import { type ReportUnexpected } from "../session/unexpected";
import { type RecordPosUpdate } from "../status/record-pos-update";

/** Pauses before the POS is checked, and asked, again. */
const DELAYS_SECONDS = [2, 5, 10, 20, 30] as const;
/** Pause before the result is recorded while somebody else has the order locked. */
const BUSY_SECONDS = 5;
const NOT_CANCELLED = posFailureOf(
  "NOT_CANCELLED",
  "The till did not cancel the order",
  RefusalKind.RETRY,
  {
    message: {
      ru: "Касса не отменила заказ за минуту",
      en: "The till has not cancelled the order within a minute",
    },
    fix: { ru: "Отмените его на кассе", en: "Cancel it in the till" },
  },
);
const CLOSED = posFailureOf("ORDER_CLOSED", "The order is closed in the till", RefusalKind.FINAL, {
  message: { ru: "Заказ на кассе уже закрыт", en: "The order is closed in the till already" },
  fix: {
    ru: "Если деньги нужно вернуть, сделайте возврат на кассе",
    en: "If money is to be given back, do it in the till",
  },
});

/**
 * Cancels an order in its POS (the job `cancel-order`), and follows it until the POS shows it as
 * cancelled.
 */
export class CancelInPos {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sentOrders: SentOrders;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly sessions: OrderSessions;
      readonly transactions: Transactions;
      readonly clock: Clock;
      /** Called for unexpected errors; each counts as a failed attempt. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /** Safe to repeat: the POS is checked before it is asked to cancel. */
  async execute({ commandId }: { commandId: string }): Promise<void> {
    const { manager } = this.parts.db;
    const command = await manager.findOneBy(OrderCommand, { id: commandId });
    if (command?.outcome !== CommandOutcome.PENDING) return;
    const order = await manager.findOneByOrFail(Order, { id: command.orderId });
    try {
      await this.cancel(order, command);
    } catch (error) {
      const failure = callFailureOf(error, true);
      if (isOurOwn(failure))
        this.parts.report({ orderId: order.id, during: "cancel-order", error });
      if (heals(failure))
        return this.again(order, command, failure.fault, CommandOutcome.UNREACHABLE);
      return this.finish(order, command, CommandOutcome.REFUSED, failure.fault);
    }
  }

  private async cancel(order: Order, command: OrderCommand): Promise<void> {
    const seen = await this.seen(order);
    if (seen === "busy") return this.later(order, command);
    if (seen === "cancelled") return this.finish(order, command, CommandOutcome.DONE, null);
    const { posReceipt } = command;
    const refusal = posReceipt && (await this.refusalOf(order, posReceipt));
    if (refusal === "UNDECIDED" && seen !== "closed")
      return this.again(order, command, NOT_CANCELLED, CommandOutcome.REFUSED);
    const failure = refusal && refusal !== "UNDECIDED" ? callFailureOfReport(refusal) : null;
    const isRefused = failure !== null && failure.kind !== RefusalKind.AMBIGUOUS;
    // If the POS refused once, or has closed the order, asking again would not cancel it.
    if (isRefused || seen === "closed")
      return this.finish(order, command, CommandOutcome.REFUSED, failure?.fault ?? CLOSED);
    command.posReceipt = await this.parts.sentOrders.ask(
      order,
      ({ pos, credential, organizationId }) =>
        able(pos, "cancellations").cancelOrder(
          credential,
          organizationId,
          order.posOrderId,
          command.reason ?? "",
          this.guardOf(command),
        ),
    );
    await this.again(order, command, failure?.fault ?? NOT_CANCELLED, CommandOutcome.REFUSED);
  }

  /** While this process was waiting or stalled, another may have completed the command. */
  private guardOf({ id }: OrderCommand): CallGuard {
    const pending = { id, outcome: CommandOutcome.PENDING };
    return callGuard(
      () => this.parts.db.manager.existsBy(OrderCommand, pending),
      "The command is over",
    );
  }

  private refusalOf(
    order: Order,
    posReceipt: string,
  ): Promise<ReportedFailure | "UNDECIDED" | null> {
    return this.parts.sentOrders.ask(order, ({ pos, credential, organizationId }) =>
      able(pos, "cancellations").cancellationRefusal(credential, organizationId, posReceipt),
    );
  }

  private async seen(order: Order): Promise<"cancelled" | "closed" | "not cancelled" | "busy"> {
    const [update] = await this.parts.sentOrders.ask(order, ({ pos, credential, organizationId }) =>
      pos.findOrders(credential, organizationId, [order.posOrderId]),
    );
    if (!update?.status || !isFinal(update.status)) return "not cancelled";
    const how = { observedBy: Observation.READ_THROUGH, confirmed: true };
    const verdict = await this.parts.recordPosUpdate.execute(update, how, "skip");
    if (verdict === "BUSY") return "busy";
    return update.status === OrderStatus.CANCELLED ? "cancelled" : "closed";
  }

  private async again(
    order: Order,
    command: OrderCommand,
    fault: PosFailure,
    atLast: CommandOutcome,
  ): Promise<void> {
    const delaySeconds = DELAYS_SECONDS[command.failures];
    if (delaySeconds === undefined) return this.finish(order, command, atLast, fault);
    const { id, failures, posReceipt } = command;
    const job = cancellationOf(id, order.branchId, delaySeconds * 1000);
    await this.parts.transactions.run(async (tx) => {
      await tx.update(OrderCommand, { id }, { failures: failures + 1, posReceipt });
      await tx.enqueue({ task: "cancel-order", ...job });
    });
  }

  private async finish(
    found: Order,
    command: OrderCommand,
    outcome: CommandOutcome,
    fault: PosFailure | null,
  ): Promise<void> {
    const at = this.parts.clock.now();
    const written = await this.parts.sessions.changeFree(found.id, async (session, order) => {
      const open = { id: command.id, outcome: CommandOutcome.PENDING };
      const ending = {
        outcome,
        finishedAt: at,
        fault: failureWithoutWords(fault, wordsOfOrder(order)),
      };
      const { affected } = await session.tx.update(OrderCommand, open, ending);
      const isRefused =
        outcome === CommandOutcome.REFUSED || outcome === CommandOutcome.UNREACHABLE;
      if (affected && isRefused) session.apply(order, decideNotCancelled(order, outcome, at));
    });
    if (written === "busy") await this.later(found, command);
  }

  /** Somebody else has the order locked: once it is free, the POS is checked again. */
  private async later({ branchId }: Order, { id }: OrderCommand): Promise<void> {
    const job = cancellationOf(id, branchId, BUSY_SECONDS * 1000);
    await this.parts.transactions.run((tx) => tx.enqueue({ task: "cancel-order", ...job }));
  }
}

function heals({ kind }: CallFailure): boolean {
  return kind === RefusalKind.RETRY || kind === RefusalKind.AMBIGUOUS;
}
