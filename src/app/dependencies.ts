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

/** What the gateway is built on: provided by `gateway.ts`, or by a test. */
export interface Dependencies {
  readonly db: DataSource;
  readonly feed: EventFeed;
  readonly secrets: Secrets;
  /** Clock for writing and comparing everything that processes share. */
  readonly clock: Clock;
  /** This machine's own clock, which outsiders see and the doctor compares; defaults to `clock`. */
  readonly machineClock?: Clock;
  /** Settings of the POSes that are set up, by the kind of their vendor. */
  readonly poses: Readonly<Record<string, object>>;
  readonly posMeter?: PosMeter | undefined;
  readonly orderMeter?: OrderMeter | undefined;
  readonly spans?: Spans | undefined;
  /** Limits that all processes count together; by default each process counts alone. */
  readonly limits?: LimitStore | undefined;
  /** Where the POS reaches the gateway's web hooks. */
  readonly webhookUrl: string;
  /** Memory for menus and everything else that is kept about branches; has a default. */
  readonly menuMemoryMegabytes?: number;
  /**
   * Interval between two polls of a POS key with orders under way; no polling when left out or 0.
   */
  readonly pollEverySeconds?: number;
  /** How long the events of finished orders are kept; indefinitely when left out or 0. */
  readonly retentionDays?: number;
  /** How long orders keep their guests' data; indefinitely when left out or 0. */
  readonly orderRetentionDays?: number;
  /** Where people reach the gateway, for the links in their messages; defaults to `webhookUrl`. */
  readonly publicUrl?: string | undefined;
  readonly reportLostWebhook?: (lost: LostWebhook) => void;
  readonly reportOrganization?: (news: OrganizationNews) => void;
  /** Called when web hooks wait because they cannot be processed now. */
  readonly reportWaitingWebhooks?: (error: unknown) => void;
  readonly reportLateOrder?: (late: LateOrder) => void;
  /** Called for an unexpected error, which has counted as a failure. */
  readonly reportUnexpected?: ReportUnexpected;
  /** Called when work was due without a job; it has one now. */
  readonly reportRepairedWork?: (repaired: RepairedWork) => void;
  /** Called when the search for lost work failed. */
  readonly reportMissedRepair?: (error: unknown) => void;
  /**
   * Called when the staff of a branch are now reached under another name, such as a group that
   * became a supergroup.
   */
  readonly reportMovedTarget?: (moved: MovedTarget) => void;
  /** Settings of the message channels that are set up, by the kind of their vendor. */
  readonly channels: Readonly<Record<string, object>>;
  /** How outgoing calls resolve their hosts; defaults to the system's resolver. */
  readonly lookup?: LookupFunction | undefined;
}
