import { type EntityManager } from "typeorm";

import { type PosMenu } from "../../src/domain/pos-menu";
import { type EventFeed, type Topic } from "../../src/ports/event-feed";
import {
  type Pos,
  type PosBranch,
  type PosDictionaryEntry,
  type PosExternalMenu,
  type PosOrderUpdate,
  type PosOrganization,
  type PosTerminalGroup,
  type Submission,
  type WebhookRegistration,
} from "../../src/ports/pos";

/** A working POS in memory. Set what it should answer; set `failure` and every call throws it. */
export class FakePos implements Pos {
  failure: Error | undefined;
  menuCalls = 0;
  posMenu: PosMenu | undefined;
  knownOrganizations: PosOrganization[] = [];
  knownTerminalGroups: PosTerminalGroup[] = [];
  knownExternalMenus: PosExternalMenu[] = [];
  knownPaymentTypes: PosDictionaryEntry[] = [];
  readonly orders = new Map<string, PosOrderUpdate>();
  webhookUrl: string | null = null;

  organizations(): Promise<PosOrganization[]> {
    return this.answer(() => this.knownOrganizations);
  }

  terminalGroups(): Promise<PosTerminalGroup[]> {
    return this.answer(() => this.knownTerminalGroups);
  }

  liveTerminalGroups(): Promise<Set<string>> {
    return this.answer(() => new Set(this.knownTerminalGroups.map((group) => group.posId)));
  }

  externalMenus(): Promise<PosExternalMenu[]> {
    return this.answer(() => this.knownExternalMenus);
  }

  paymentTypes(): Promise<PosDictionaryEntry[]> {
    return this.answer(() => this.knownPaymentTypes);
  }

  discounts(): Promise<Map<string, PosDictionaryEntry[]>> {
    return this.answer(() => new Map<string, PosDictionaryEntry[]>());
  }

  menu(): Promise<PosMenu> {
    this.menuCalls += 1;
    return this.answer(() => {
      if (!this.posMenu) throw new Error("Set posMenu first");
      return this.posMenu;
    });
  }

  submitOrder(branch: PosBranch, ticket: { readonly posOrderId: string }): Promise<Submission> {
    return this.answer(() => {
      const existed = this.orders.has(ticket.posOrderId);
      if (!existed) this.orders.set(ticket.posOrderId, createdOrder(ticket.posOrderId, branch.organizationId));
      return { kind: "created", existed, exchange: { correlationId: null, request: null, response: null } };
    });
  }

  findOrders(_credential: unknown, organizationId: string, posOrderIds: readonly string[]): Promise<PosOrderUpdate[]> {
    return this.answer(() =>
      [...this.orders.values()].filter(
        (order) => order.organizationId === organizationId && posOrderIds.includes(order.posOrderId),
      ),
    );
  }

  webhookRegistration(): Promise<WebhookRegistration> {
    return this.answer(() => ({ url: this.webhookUrl }));
  }

  registerWebhook(_credential: unknown, _organizationId: string, url: string): Promise<void> {
    return this.answer(() => {
      this.webhookUrl = url;
    });
  }

  /** Understands what JSON.parse makes of a PosOrderUpdate list. */
  parseWebhook(body: unknown): PosOrderUpdate[] {
    return Array.isArray(body) ? (body as PosOrderUpdate[]) : [];
  }

  private async answer<T>(result: () => T): Promise<T> {
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return result();
  }
}

function createdOrder(posOrderId: string, organizationId: string): PosOrderUpdate {
  return {
    posOrderId,
    organizationId,
    timestamp: 1,
    creation: "created",
    failure: null,
    rawStatus: null,
    status: null,
    posNumber: null,
    courier: null,
    estimatedAt: null,
    cancelReason: null,
    movedToPosOrderId: null,
  };
}

/** The event feed of a single process: it wakes when the announcing transaction commits, and not when it rolls back. */
export class InMemoryEventFeed implements EventFeed {
  readonly announced: Topic[] = [];
  private readonly listeners = new Set<{ prefix: string; wake: (topic: Topic | undefined) => void }>();

  announce(tx: EntityManager, topic: Topic): Promise<void> {
    const runner = tx.queryRunner;
    if (!runner?.isTransactionActive) throw new Error("Announce inside a transaction");
    const commit = runner.commitTransaction.bind(runner);
    runner.commitTransaction = async () => {
      await commit();
      this.announced.push(topic);
      for (const { prefix, wake } of [...this.listeners]) if (topic.startsWith(prefix)) wake(topic);
    };
    return Promise.resolve();
  }

  listen(topic: Topic, wake: () => void): () => void {
    return this.listenAll(topic, (announced) => {
      if (announced === undefined || announced === topic) wake();
    });
  }

  listenAll(prefix: string, wake: (topic: Topic | undefined) => void): () => void {
    const listener = { prefix, wake };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What listeners hear after the connection was lost and found. */
  gap(): void {
    for (const { wake } of [...this.listeners]) wake(undefined);
  }
}
