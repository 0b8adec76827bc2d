import { type MigrationInterface, type QueryRunner } from "typeorm";

export class Promotions1764000000117 implements MigrationInterface {
  name = "Promotions1764000000117";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table promotions (
        id uuid primary key,
        name text not null,
        kind text not null,
        percent integer,
        sum bigint,
        gift_article text,
        gift_quantity integer,
        currency_code text not null,
        minimum_sum bigint not null default 0,
        starts_on date,
        ends_on date,
        branch_ids uuid[] not null,
        fulfilments text[] not null,
        combinable boolean not null,
        once_per_customer boolean not null,
        first_order_only boolean not null,
        usage_limit integer,
        uses_per_code integer,
        created_at timestamptz not null,
        disabled_at timestamptz,
        constraint promotions_gives check (
          kind = 'PERCENT' and percent between 1 and 100 and num_nulls(sum, gift_article, gift_quantity) = 3
          or kind = 'SUM' and sum > 0 and num_nulls(percent, gift_article, gift_quantity) = 3
          or kind = 'GIFT' and gift_quantity > 0 and gift_article is not null and num_nulls(percent, sum) = 2),
        constraint promotions_limits check (minimum_sum >= 0 and usage_limit > 0 and uses_per_code > 0),
        constraint promotions_period check (starts_on <= ends_on),
        constraint promotions_places check (cardinality(branch_ids) > 0 and cardinality(fulfilments) > 0)
      )
    `);
    await queryRunner.query(`
      create table promo_codes (
        code text primary key,
        promotion_id uuid not null constraint promo_codes_promotion_fk references promotions on delete cascade,
        created_at timestamptz not null
      )
    `);
    await queryRunner.query("create index promo_codes_promotion on promo_codes (promotion_id, code)");
    await queryRunner.query(`
      create table promo_uses (
        order_id uuid not null constraint promo_uses_order_fk references orders on delete cascade,
        promotion_id uuid not null constraint promo_uses_promotion_fk references promotions,
        code text not null,
        phone text not null,
        used_at timestamptz not null,
        returned_at timestamptz,
        primary key (order_id, promotion_id)
      )
    `);
    await queryRunner.query(
      "create index promo_uses_promotion on promo_uses (promotion_id, phone) where returned_at is null",
    );
    await queryRunner.query("create index promo_uses_code on promo_uses (code) where returned_at is null");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table promo_uses");
    await queryRunner.query("drop table promo_codes");
    await queryRunner.query("drop table promotions");
  }
}
