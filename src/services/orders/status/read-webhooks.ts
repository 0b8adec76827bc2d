import { type EntityManager, In, Not } from "typeorm";

import { BranchSettings, PosKind } from "../../../entities/branch-settings";
import { type Clock } from "../../../ports/clock";
import { type PosOrderUpdate } from "../../../ports/pos";
import { type PosConnections } from "../../branches/pos-connections";
import { type ExpectStopList } from "../../catalogue/stop-lists/expect-stop-list";
import { noteContact } from "./note-contact";

export interface Webhook {
  readonly organizationId: string;
  readonly body: unknown;
}

/** Understands what web hooks of any organizations say, and notes that the organizations were heard. */
export class ReadWebhooks {
  constructor(
    private readonly parts: {
      readonly connections: PosConnections;
      readonly expectStopList: ExpectStopList;
      readonly clock: Clock;
    },
  ) {}

  /** Part of `tx`; safe to repeat. For each web hook its news of orders; none when its organization is nobody's. */
  async execute(tx: EntityManager, webhooks: readonly Webhook[]): Promise<PosOrderUpdate[][]> {
    const interpreters = await this.interpreters(tx, webhooks);
    const heard = new Set<string>();
    const changedStopLists = new Set<string>();
    const updates = webhooks.map(({ organizationId, body }) => {
      const pos = interpreters.get(organizationId);
      if (!pos) return [];
      heard.add(organizationId);
      if (pos.tellsOfStopList(body, organizationId)) changedStopLists.add(organizationId);
      // A web hook of one organization has no say over another's orders.
      return pos.parseWebhook(body).filter((update) => update.organizationId === organizationId);
    });
    // Sorted: two who note some of the same organizations never wait for each other.
    if (heard.size > 0) await noteContact(tx, [...heard].sort(), "webhook_at", this.parts.clock.now());
    await this.parts.expectStopList.execute(tx, [...changedStopLists]);
    return updates;
  }

  private async interpreters(tx: EntityManager, webhooks: readonly Webhook[]) {
    const organizationId = In([...new Set(webhooks.map((webhook) => webhook.organizationId))]);
    const connected = await tx.findBy(BranchSettings, { organizationId, pos: Not(PosKind.NONE) });
    return new Map(
      connected.map((settings) => [settings.organizationId, this.parts.connections.interpreter(settings)]),
    );
  }
}
