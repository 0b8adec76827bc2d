import { type MigrationInterface, type QueryRunner } from "typeorm";

export class OrderTracking1764000000013 implements MigrationInterface {
  name = "OrderTracking1764000000013";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table orders add promised_at timestamptz, add tracking_url text, add cancel_reason text",
    );
    await queryRunner.query(
      "create index orders_open on orders (branch_id) where status not in ('CLOSED', 'CANCELLED')",
    );
    await queryRunner.query("alter table pos_orders add organization_id uuid");
    // Events are written in the order of time: a few pages of index find the oldest of any number.
    await queryRunner.query("create index order_events_at on order_events using brin (at)");
    await queryRunner.query(`
      create table order_polls (
        key_id text primary key,
        organization_ids uuid[] not null,
        place text not null,
        polled_at timestamptz not null
      )
    `);
    await queryRunner.query(`
      create table organization_contacts (
        organization_id uuid primary key,
        webhook_at timestamptz,
        polled_at timestamptz
      )
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table organization_contacts");
    await queryRunner.query("drop table order_polls");
    await queryRunner.query("drop index order_events_at");
    await queryRunner.query("alter table pos_orders drop organization_id");
    await queryRunner.query("drop index orders_open");
    await queryRunner.query("alter table orders drop promised_at, drop tracking_url, drop cancel_reason");
  }
}
