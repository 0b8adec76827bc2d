import { type MigrationInterface, type QueryRunner } from "typeorm";

export class Loyalty1764000000016 implements MigrationInterface {
  name = "Loyalty1764000000016";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table orders
        add discount bigint not null default 0,
        add delivery_fee bigint not null default 0,
        add bonus_spent bigint not null default 0,
        add promotions jsonb not null default '[]'
    `);
    await queryRunner.query(`
      alter table orders add constraint orders_money check (
        discount between 0 and subtotal and delivery_fee >= 0 and bonus_spent >= 0
        and total = subtotal - discount + delivery_fee - bonus_spent)
    `);
    await queryRunner.query(`
      create table bonus_reservations (
        order_id uuid primary key constraint bonus_reservations_order_fk references orders on delete cascade,
        wallet_id uuid not null,
        phone text not null,
        amount bigint not null,
        state text not null default 'HELD',
        reserved_at timestamptz not null,
        ended_at timestamptz,
        reason text,
        constraint bonus_reservations_amount check (amount > 0),
        constraint bonus_reservations_state_known check (state in ('HELD', 'SETTLED', 'RELEASED')),
        constraint bonus_reservations_ended check (num_nulls(ended_at, reason) in (0, 2) and (ended_at is null) = (state = 'HELD'))
      )
    `);
    await queryRunner.query("create index bonus_reservations_wallet on bonus_reservations (wallet_id, phone)");
    await queryRunner.query(
      "create index bonus_reservations_held on bonus_reservations (reserved_at) where state = 'HELD'",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table bonus_reservations");
    await queryRunner.query("alter table orders drop constraint orders_money");
    await queryRunner.query("alter table orders drop discount, drop delivery_fee, drop bonus_spent, drop promotions");
  }
}
