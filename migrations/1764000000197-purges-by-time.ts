import { type MigrationInterface, type QueryRunner } from "typeorm";

/** What has expired is found along one of these, the oldest first, however much there is. */
const INDEXES: Readonly<Record<string, string>> = {
  order_events_by_time: "on order_events (at, id)",
  jobs_dead_by_time: "on jobs (created_at) where dead",
  waiting_webhooks_unreadable: "on waiting_webhooks (received_at) where needs_look",
};

/** It finds the part of the table that is old, but no order in it, and so no place to go on from. */
const FORMER = { order_events_at: "on order_events using brin (at)" };

export class PurgesByTime1764000000197 implements MigrationInterface {
  name = "PurgesByTime1764000000197";
  transaction = false;

  /** Nobody waits for it. What broke off begins again: an index that is not whole is built anew. */
  async up(queryRunner: QueryRunner): Promise<void> {
    // It waits for others' transactions to end, and nobody waits for it meanwhile.
    await queryRunner.query("set lock_timeout = '15min'");
    for (const [name, on] of Object.entries(INDEXES)) {
      await queryRunner.query(`drop index concurrently if exists ${name}`);
      await queryRunner.query(`create index concurrently ${name} ${on}`);
    }
    for (const name of Object.keys(FORMER))
      await queryRunner.query(`drop index concurrently if exists ${name}`);
    await queryRunner.query("reset lock_timeout");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(FORMER))
      await queryRunner.query(`create index ${name} ${on}`);
    await queryRunner.query(`drop index ${Object.keys(INDEXES).join()}`);
  }
}
