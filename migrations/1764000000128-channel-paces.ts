import { type MigrationInterface, type QueryRunner } from "typeorm";

/** How fast people may be written to, and what is written to them together. */
export class ChannelPaces1764000000128 implements MigrationInterface {
  name = "ChannelPaces1764000000128";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table channel_paces (
        kind text not null,
        target text not null,
        calls timestamptz[] not null default '{}',
        paused_until timestamptz,
        pauses integer not null default 0,
        primary key (kind, target)
      )
    `);
    await queryRunner.query("alter table fallback_deliveries add message_id uuid, add put_off_until timestamptz");
    await queryRunner.query(`
      create index fallback_deliveries_waiting on fallback_deliveries (kind, target)
      where sent_at is null and given_up_at is null
    `);
    await queryRunner.query(`
      create index orders_need_people on orders (branch_id, created_at)
      where handed_over_at is not null
        and injection_state not in ('IN_POS', 'ENTERED_BY_HAND', 'CANCELLED_BEFORE_SEND', 'NOT_REQUIRED')
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_need_people");
    await queryRunner.query("drop index fallback_deliveries_waiting");
    await queryRunner.query("alter table fallback_deliveries drop message_id, drop put_off_until");
    await queryRunner.query("drop table channel_paces");
  }
}
