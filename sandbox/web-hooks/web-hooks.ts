import { randomUUID } from "node:crypto";

import { type Faults } from "../faults/faults";
import { type StoredOrder } from "../orders/stored-order";
import { type Memory } from "../state/memory";
import { type Switches } from "../switches";
import { type Timers } from "../timers";
import { orderEvent, stopListEvent, type WebHookEvent } from "./web-hook-event";
import { type WebHookRegistration } from "./web-hook-registration";
import { WebHookSender } from "./web-hook-sender";

/** How long an event that a fault delays waits for the event that is to overtake it. */
const REORDER_WAIT_MS = 3000;

/**
 * Notifies registered addresses of what happens, as iiko does: loses, repeats or reorders events
 * when a fault says so. Never blocks the till.
 */
export class WebHooks {
  private readonly senders = new Map<string, WebHookSender>();
  private readonly heldBack = new Map<string, WebHookEvent>();

  constructor(
    private readonly parts: {
      readonly memory: Memory;
      readonly switches: Switches;
      readonly faults: Faults;
      readonly timers: Timers;
      readonly log: (line: string) => void;
    },
  ) {}

  tellOrder(order: StoredOrder, correlationId: string): void {
    for (const registration of this.registeredFor(order.organizationId)) {
      this.post(registration, orderEvent(order, correlationId, registration));
    }
  }

  tellStopList(organizationId: string, terminalGroupIds: readonly string[]): void {
    const correlationId = randomUUID();
    for (const registration of this.registeredFor(organizationId)) {
      this.post(
        registration,
        stopListEvent(organizationId, terminalGroupIds, correlationId, registration),
      );
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.senders.values()].map((sender) => sender.close()));
  }

  private registeredFor(organizationId: string): WebHookRegistration[] {
    return this.parts.memory.state.webHooks.filter(
      (one) => one.organizationId === organizationId && one.uri !== "",
    );
  }

  private post({ uri, authToken }: WebHookRegistration, event: WebHookEvent | undefined): void {
    if (!event) return;
    const authorization =
      authToken !== null && this.parts.switches.bearerWebHooks ? `Bearer ${authToken}` : authToken;
    const address = `${uri} ${authorization ?? ""}`;
    const sender =
      this.senders.get(address) ??
      new WebHookSender(uri, authorization, () => this.parts.memory.saved(), this.parts.log);
    this.senders.set(address, sender);
    const late = this.heldBack.get(address);
    this.heldBack.delete(address);
    for (const next of [...this.spoil(address, sender, event), ...(late ? [late] : [])])
      sender.send(next);
  }

  private spoil(address: string, sender: WebHookSender, event: WebHookEvent): WebHookEvent[] {
    switch (this.parts.faults.strikeWebHook()?.kind) {
      case "webhook-loss":
        return [];
      case "webhook-duplicate":
        return [event, event];
      case "webhook-reorder":
        this.heldBack.set(address, event);
        this.parts.timers.after(REORDER_WAIT_MS, () => {
          if (this.heldBack.get(address) !== event) return;
          this.heldBack.delete(address);
          sender.send(event);
        });
        return [];
      default:
        return [event];
    }
  }
}
