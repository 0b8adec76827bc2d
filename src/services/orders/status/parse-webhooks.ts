import { type EntityManager } from "typeorm";

import { type PosKind } from "../../../entities/branches/branch-settings";
import { type Clock } from "../../../ports/clock";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { type ExpectStopList } from "../../catalogue/stop-lists/expect-stop-list";
import { type PosConnections } from "../../pos/pos-connections";
import { EXACT_TO_SECONDS, markSeen } from "./mark-seen";

export interface Webhook {
  readonly organizationId: string;
  readonly body: unknown;
}

interface SentWebhook extends Webhook {
  /** The POS that sent it; null if the organization belongs to no branch. */
  readonly pos: PosKind | null;
}

/** The content of a web hook. */
interface ParsedWebhook {
  readonly updates: readonly PosOrderUpdate[];
  /** It reports a stop list that somebody else has locked, so it has to be read again. */
  readonly again: boolean;
}

/** Parses web hooks of any organizations, and marks the organizations as seen. */
export class ParseWebhooks {
  private readonly notedAt = new Map<string, Date>();

  constructor(
    private readonly parts: {
      readonly connections: PosConnections;
      readonly expectStopList: ExpectStopList;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Part of `tx`; safe to repeat, and waits for no lock. Returns each web hook's news about orders.
   */
  async execute(tx: EntityManager, webhooks: readonly SentWebhook[]): Promise<ParsedWebhook[]> {
    const heard = new Set<string>();
    const changedStopLists = new Set<string>();
    const read = webhooks.map(({ organizationId, pos, body }) => {
      const interpreter = pos && this.parts.connections.interpreter(pos);
      if (!interpreter) return { updates: [], organizationId: null };
      heard.add(organizationId);
      const ofStopList = interpreter.tellsOfStopList(body, organizationId);
      if (ofStopList) changedStopLists.add(organizationId);
      // A web hook of one organization must not affect another's orders.
      const updates = interpreter
        .parseWebhook(body)
        .filter((update) => update.organizationId === organizationId);
      return { updates, organizationId: ofStopList ? organizationId : null };
    });
    await this.note(tx, [...heard]);
    const busy = await this.parts.expectStopList.execute(tx, [...changedStopLists]);
    return read.map(({ updates, organizationId }) => {
      return {
        updates,
        again: organizationId !== null && busy.includes(organizationId),
      };
    });
  }

  private async note(tx: EntityManager, heard: readonly string[]): Promise<void> {
    const now = this.parts.clock.now();
    const since = now.getTime() - EXACT_TO_SECONDS * 1000;
    const news = heard.filter(
      (organizationId) => (this.notedAt.get(organizationId)?.getTime() ?? 0) < since,
    );
    if (news.length === 0) return;
    // Sorted, so that two processes that mark some of the same organizations never deadlock.
    await markSeen(tx, news.sort(), "webhook_at", now);
    for (const organizationId of news) this.notedAt.set(organizationId, now);
  }
}
