import { type DataSource, type EntityManager } from "typeorm";

import { type Clock } from "../../ports/clock";
import { type JobQueue } from "../../ports/job-queue";
import { longTransaction } from "../../postgres/long-transaction";
import { LOCATION_DAYS, MOST_OF_ORGANIZATION } from "../delivery/address-limits";
import { forgetFormerConnections } from "../pos/former-connections";
import { type LostOrganizations } from "../pos/lost-organizations";
import { type ResealCredentials } from "../pos/reseal-credentials";
import { type EraseOldOrders } from "./erase-old-orders";
import { forgetEvents } from "./forget-events";

const DAY_MS = 24 * 3_600_000;
/**
 * A web hook that could not be recorded for this long never will be; polls have since reported what
 * it contained.
 */
const WEB_HOOK_DAYS = 7;
/** Rows per transaction: few enough not to hold anyone up. */
const BATCH = 1_000;

/**
 * Deletes the oldest first, each statement using an index. What somebody else has locked follows
 * the next day. Uses an array of ids, because a join with them would read a whole table if much of
 * it is old.
 */
const FORGET_QUOTES = `
  delete from quotes where id = any (array(
    select id from quotes where expires_at < $1 order by expires_at limit ${BATCH} for update skip locked))`;

const FORGET_CHALLENGES = `
  delete from spent_challenges where id = any (array(
    select id from spent_challenges where expires_at < $1 order by expires_at limit ${BATCH} for update skip locked))`;

const FORGET_WEB_HOOKS = `
  delete from waiting_webhooks where id = any (array(
    select id from waiting_webhooks where needs_look and received_at < $1 order by received_at limit ${BATCH}
    for update skip locked))`;

const FORGET_ADDRESSES = `
  delete from located_addresses where (organization_id_in_pos, address_key) in (
    select organization_id_in_pos, address_key from located_addresses
    where asked_at < $1 or (latitude is null and asked_at < $2)
    order by asked_at limit ${BATCH} for update skip locked)`;

/** Keeps the newest of each organization. */
const FORGET_SURPLUS_ADDRESSES = `
  delete from located_addresses where (organization_id_in_pos, address_key) in (
    select organization_id_in_pos, address_key from (
      select organization_id_in_pos, address_key, row_number() over (
        partition by organization_id_in_pos order by asked_at desc, address_key
      ) as place from located_addresses
    ) ranked where place > ${MOST_OF_ORGANIZATION} limit ${BATCH})`;

const SETTLE_RESERVATIONS = `
  update bonus_reservations set state = 'SETTLED', ended_at = $2, reason = 'FORGOTTEN'
  where order_id = any (array(
    select order_id from bonus_reservations where state = 'HELD' and reserved_at < $1 order by reserved_at
    limit ${BATCH} for no key update skip locked))`;

/**
 * Purges daily what has expired: quotes, locations of addresses, former connections that no order
 * needs, the guest data of old orders, anything older than the retention period, and secrets in the
 * format of earlier versions.
 */
export class PurgeExpired {
  /**
   * Unix milliseconds. A day later no process of the previous version is still running alongside
   * this one.
   */
  private readonly startedAt: number;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      readonly lostOrganizations: LostOrganizations;
      readonly eraseOldOrders: EraseOldOrders;
      readonly resealCredentials: Pick<ResealCredentials, "all">;
      /**
       * Retention of the events of finished orders and of messages that could not be read. 0 keeps
       * them.
       */
      readonly retentionDays: number;
    },
  ) {
    this.startedAt = parts.clock.now().getTime();
  }

  /**
   * Safe to repeat. An order whose time is longer ago than the retention period counts as finished,
   * whatever the POS says.
   */
  async execute(): Promise<void> {
    const { db, clock, retentionDays } = this.parts;
    await this.repeat(FORGET_QUOTES, [clock.now()]);
    // An expired challenge is refused because of its date: a day later the clocks of all processes
    // agree on that.
    await this.repeat(FORGET_CHALLENGES, [this.daysAgo(1)]);
    await this.repeat(FORGET_WEB_HOOKS, [this.daysAgo(WEB_HOOK_DAYS)]);
    await this.repeat(FORGET_ADDRESSES, [this.daysAgo(LOCATION_DAYS), this.daysAgo(1)]);
    await this.repeat(FORGET_SURPLUS_ADDRESSES, []);
    await forgetFormerConnections(db, clock.now());
    await this.parts.lostOrganizations.forget();
    await this.parts.eraseOldOrders.execute(clock.now());
    if (clock.now().getTime() - this.startedAt >= DAY_MS) await this.parts.resealCredentials.all();
    if (retentionDays > 0) await this.forgetBefore(this.daysAgo(retentionDays));
  }

  private async forgetBefore(before: Date): Promise<void> {
    const { db, jobs, clock } = this.parts;
    await forgetEvents(db, before, BATCH);
    await this.repeat(SETTLE_RESERVATIONS, [before, clock.now()]);
    await this.untilFewer((tx) => jobs.forgetFailed(tx, before, BATCH));
  }

  private daysAgo(days: number): Date {
    return new Date(this.parts.clock.now().getTime() - days * DAY_MS);
  }

  private repeat(statement: string, values: readonly Date[]): Promise<void> {
    return this.untilFewer(async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(statement, [...values]);
      return changed;
    });
  }

  /** Even a few rows may take long on a busy disk. */
  private async untilFewer(change: (tx: EntityManager) => Promise<number>): Promise<void> {
    while ((await longTransaction(this.parts.db, change)) === BATCH);
  }
}
