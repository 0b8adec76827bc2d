import { type MigrationInterface, type QueryRunner } from "typeorm";

const AUTOMATED = "'QUEUED', 'SENDING', 'AWAITING_POS', 'RETRY_SCHEDULED', 'OUTCOME_UNKNOWN'";

const INDEXES = {
  orders_automated: `orders (id) where handed_over_at is null and injection_state in (${AUTOMATED})`,
  orders_watched: "orders (handed_over_at) where handed_over_at is not null and injection_state <> 'IN_POS'",
  orders_cancelled_unsent: "orders (status_changed_at) where injection_state = 'CANCELLED_BEFORE_SEND'",
  fallback_deliveries_open: "fallback_deliveries (id) where sent_at is null and given_up_at is null",
  order_commands_pending: "order_commands (id) where outcome = 'PENDING'",
  bonus_reservations_to_give_back:
    "bonus_reservations (order_id) where state = 'RELEASED' and pos_customer_id is not null and given_back_at is null",
};

/** Whatever is due can be found by rows that outlive the table of jobs. */
export class DueWork1764000000129 implements MigrationInterface {
  name = "DueWork1764000000129";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table bonus_reservations add column given_back_at timestamptz");
    // What ended longer ago has been given back, or given up.
    await queryRunner.query(`
      update bonus_reservations set given_back_at = ended_at
      where state = 'RELEASED' and pos_customer_id is not null and ended_at < now() - interval '1 day'
    `);
    await queryRunner.query("alter table waiting_webhooks add column needs_look boolean not null default false");
    await queryRunner.query(`
      create table rounds (
        name text primary key,
        began_at timestamptz not null
      )
    `);
    for (const [name, on] of Object.entries(INDEXES)) await queryRunner.query(`create index ${name} on ${on}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await queryRunner.query(`drop index ${name}`);
    await queryRunner.query("drop table rounds");
    await queryRunner.query("delete from waiting_webhooks where needs_look");
    await queryRunner.query("alter table waiting_webhooks drop column needs_look");
    await queryRunner.query("alter table bonus_reservations drop column given_back_at");
  }
}
