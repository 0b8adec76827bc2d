import { type MigrationInterface, type QueryRunner } from "typeorm";

export class Quotes1764000000116 implements MigrationInterface {
  name = "Quotes1764000000116";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        add delivery_fee bigint not null default 0,
        add free_delivery_from bigint,
        add delivery_product_id uuid,
        add quotes_by_pos_loyalty boolean not null default false,
        add constraint branch_settings_delivery_fee check (delivery_fee >= 0 and free_delivery_from > 0)
    `);
    await queryRunner.query(`
      create table quotes (
        id uuid primary key,
        branch_id uuid not null constraint quotes_branch_fk references branches on delete cascade,
        phone text,
        basket_hash text not null,
        menu_revision integer not null,
        price bigint not null,
        delivery_fee bigint not null,
        pos_promotions jsonb not null default '[]',
        pos_bonus_limit bigint,
        expires_at timestamptz not null,
        constraint quotes_amounts check (price >= 0 and delivery_fee >= 0 and pos_bonus_limit >= 0)
      )
    `);
    await queryRunner.query("create index quotes_expired on quotes (expires_at)");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table quotes");
    await queryRunner.query(`
      alter table branch_settings
        drop delivery_fee, drop free_delivery_from, drop delivery_product_id, drop quotes_by_pos_loyalty
    `);
  }
}
