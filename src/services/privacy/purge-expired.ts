import { type DataSource, type EntityManager } from "typeorm";

import { type Clock } from "../../ports/clock";
import { type JobQueue } from "../../ports/job-queue";
import { longTransaction } from "../../postgres/long-transaction";
import { forgetFormerConnections } from "../pos/former-connections";
import { type LostOrganizations } from "../pos/lost-organizations";
import { type ResealCredentials } from "../pos/reseal-credentials";
import { type EraseOldOrders } from "./erase-old-orders";

const DAY_MS = 24 * 3_600_000;
/**
 * A web hook that could not be recorded for so long never will be; polls have told since what it
 * spoke of.
 */
const WEB_HOOK_DAYS = 7;
/** Rows of one transaction: few enough to hold nobody up. */
const BATCH = 5_000;

/**
 * Purges daily what has expired: quotes, former connections that no order needs, the guests of old
 * orders, what is older than the retention, and secrets in the form of former versions.
 */
export class PurgeExpired {
  /** Unix milliseconds. A day later no process of the version before is left beside this one. */
  private readonly startedAt: number;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      readonly lostOrganizations: LostOrganizations;
      readonly eraseOldOrders: EraseOldOrders;
      readonly resealCredentials: Pick<ResealCredentials, "all">;
      /** Of the events of finished orders and of messages nobody could read. 0: they are kept. */
      readonly retentionDays: number;
    },
  ) {
    this.startedAt = parts.clock.now().getTime();
  }

  /**
   * Safe to repeat. An order whose time is longer ago than the retention counts as finished,
   * whatever the till says.
   */
  async execute(): Promise<void> {
    const { db, clock, retentionDays } = this.parts;
    while ((await this.forgetQuotes(clock.now())) === BATCH);
    while ((await this.forgetChallenges(clock.now())) === BATCH);
    const unreadable = new Date(clock.now().getTime() - WEB_HOOK_DAYS * DAY_MS);
    while ((await this.forgetWebhooks(unreadable)) === BATCH);
    await forgetFormerConnections(db, clock.now());
    await this.parts.lostOrganizations.forget();
    await this.parts.eraseOldOrders.execute(clock.now());
    if (clock.now().getTime() - this.startedAt >= DAY_MS) await this.parts.resealCredentials.all();
    if (retentionDays > 0)
      await this.forgetBefore(new Date(clock.now().getTime() - retentionDays * DAY_MS));
  }

  private async forgetBefore(before: Date): Promise<void> {
    const { db, jobs, clock } = this.parts;
    while ((await this.forgetEvents(before)) === BATCH);
    while ((await this.settleReservations(before, clock.now())) === BATCH);
    await longTransaction(db, (tx) => jobs.forgetFailed(tx, before));
  }

  /** Like all that is done to many rows here: what somebody else has locked comes the next day. */
  private forgetQuotes(now: Date): Promise<number> {
    const statement = `
      delete from quotes where id in (
        select id from quotes where expires_at < $1 limit ${BATCH} for update skip locked)`;
    return this.changed(statement, [now]);
  }

  /**
   * An expired one is refused by its own date. A day later no clock of any process disagrees on
   * that.
   */
  private forgetChallenges(now: Date): Promise<number> {
    const statement = `
      delete from spent_challenges where id in (
        select id from spent_challenges where expires_at < $1 limit ${BATCH} for update skip locked)`;
    return this.changed(statement, [new Date(now.getTime() - DAY_MS)]);
  }

  private forgetWebhooks(before: Date): Promise<number> {
    const statement = `
      delete from waiting_webhooks where id in (
        select id from waiting_webhooks where needs_look and received_at < $1 limit ${BATCH} for update skip locked)`;
    return this.changed(statement, [before]);
  }

  /** Sequences go on where they were: `orders.version` counts what was forgotten, too. */
  private forgetEvents(before: Date): Promise<number> {
    const statement = `
      delete from order_events where (order_id, sequence) in (
        select e.order_id, e.sequence from order_events e join orders o on o.id = e.order_id
        where e.at < $1 and coalesce(o.wanted_at, o.created_at) < $1 limit ${BATCH})`;
    return this.changed(statement, [before]);
  }

  private settleReservations(before: Date, now: Date): Promise<number> {
    const statement = `
      update bonus_reservations set state = 'SETTLED', ended_at = $2, reason = 'FORGOTTEN'
      where order_id in (
        select order_id from bonus_reservations where state = 'HELD' and reserved_at < $1
        limit ${BATCH} for no key update skip locked)`;
    return this.changed(statement, [before, now]);
  }

  /** Changing few may take long all the same: they are looked for among many. */
  private async changed(statement: string, values: readonly Date[]): Promise<number> {
    const work = (tx: EntityManager) => tx.query<[unknown, number]>(statement, [...values]);
    const [, count] = await longTransaction(this.parts.db, work);
    return count;
  }
}
