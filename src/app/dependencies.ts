import { type LookupFunction } from "node:net";

import { type DataSource } from "typeorm";

import { type Clock } from "../ports/clock";
import { type EventFeed } from "../ports/event-feed";
import { type LimitStore } from "../ports/limit-store";
import { type OrderMeter } from "../ports/order-meter";
import { type PosMeter } from "../ports/pos-meter";
import { type Secrets } from "../ports/secrets";
import { type Spans } from "../ports/spans";
import { type LateOrder } from "../services/fallback/alert-late-orders";
import { type MovedTarget } from "../services/fallback/follow-moved-target";
import { type ReportUnexpected } from "../services/orders/session/unexpected";
import { type LostWebhook } from "../services/pos/check-webhooks";
import { type OrganizationNews } from "../services/pos/lost-organizations";
import { type RepairedWork } from "../services/repair/repair-work";

/** What the gateway stands on: built by `gateway.ts`, or by a test. */
export interface Dependencies {
  readonly db: DataSource;
  readonly feed: EventFeed;
  readonly secrets: Secrets;
  /** By which everything is written and compared that processes share. */
  readonly clock: Clock;
  /** This machine's own, which the outside sees and the doctor compares; `clock` when left out. */
  readonly machineClock?: Clock;
  /** By the kind of their vendor: the settings of the tills that are set up. */
  readonly poses: Readonly<Record<string, object>>;
  readonly posMeter?: PosMeter | undefined;
  readonly orderMeter?: OrderMeter | undefined;
  readonly spans?: Spans | undefined;
  /** What all processes count together; each counts alone when left out. */
  readonly limits?: LimitStore | undefined;
  /** Where the POS reaches the gateway's web hooks. */
  readonly webhookUrl: string;
  /** Memory for menus and all else that is kept of branches; the usual when left out. */
  readonly menuMemoryMegabytes?: number;
  /** Between two polls of a POS key with orders under way; nothing is polled when left out or 0. */
  readonly pollEverySeconds?: number;
  /** How long the events of finished orders are kept; for ever when left out or 0. */
  readonly retentionDays?: number;
  /** How long orders keep their guests; for ever when left out or 0. */
  readonly orderRetentionDays?: number;
  /**
   * Where people reach the gateway, for the links in their messages; `webhookUrl` when left out.
   */
  readonly publicUrl?: string | undefined;
  readonly reportLostWebhook?: (lost: LostWebhook) => void;
  readonly reportOrganization?: (news: OrganizationNews) => void;
  /** Web hooks wait because they cannot be recorded now. */
  readonly reportWaitingWebhooks?: (error: unknown) => void;
  readonly reportLateOrder?: (late: LateOrder) => void;
  /** Nobody expected it; it has counted as a failure. */
  readonly reportUnexpected?: ReportUnexpected;
  /** Work was due without a job; it has one now. */
  readonly reportRepairedWork?: (repaired: RepairedWork) => void;
  /** Lost work could not be looked for. */
  readonly reportMissedRepair?: (error: unknown) => void;
  /**
   * People of a branch are reached under another name, such as a group that became a supergroup.
   */
  readonly reportMovedTarget?: (moved: MovedTarget) => void;
  /** By the kind of their vendor: the settings of the ways to reach people that are set up. */
  readonly channels: Readonly<Record<string, object>>;
  /** How outgoing calls find their hosts; the system's way when left out. */
  readonly lookup?: LookupFunction | undefined;
}
