import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Orders remember where they came from and whether anybody has proven the guest; branches say how much of that they take. */
export class UnprovenGuests1764000000139 implements MigrationInterface {
  name = "UnprovenGuests1764000000139";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [ORDERS, ...INDEXES, SETTINGS, FROM_NOW_ON, COUNTS]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop function guest_order_counts(uuid, text, text, timestamptz, timestamptz)");
    await queryRunner.query(`
      alter table branch_settings drop guest_orders_only_proven, drop guest_orders_most_open, drop guest_promotions_only_proven,
        drop guest_challenge_always, drop guest_challenge_bits`);
    await queryRunner.query("alter table orders drop source, drop unproven, drop place_at");
  }
}

const ORDERS =
  "alter table orders add source text, add unproven boolean not null default false, add place_at timestamptz";

const INDEXES = [
  `create index orders_unproven on orders (branch_id, customer_phone, created_at)
   where unproven and status not in ('DELIVERED', 'CLOSED', 'CANCELLED')`,
  "create index orders_source on orders (source, created_at) where source is not null",
];

const SETTINGS = `
  alter table branch_settings
    add guest_orders_only_proven boolean not null default false,
    add guest_orders_most_open integer not null default 0,
    add guest_promotions_only_proven boolean not null default false,
    add guest_challenge_always boolean not null default false,
    add guest_challenge_bits integer not null default 16,
    add constraint branch_settings_guest_orders_most_open check (guest_orders_most_open between 0 and 1000),
    add constraint branch_settings_guest_challenge_bits check (guest_challenge_bits between 8 and 24)`;

/** Branches that work already take as many as before, until somebody says otherwise. */
const FROM_NOW_ON = "alter table branch_settings alter guest_orders_most_open set default 5";

/**
 * Open orders of a phone that nobody has proven: at the branch, and of them from the source; then, of the source: recent orders
 * of the phone, and recent other phones. Volatile, so that it sees what was committed since its statement began: its caller
 * takes a lock in that statement.
 */
const COUNTS = `
  create function guest_order_counts(
    of_branch uuid, of_phone text, of_source text, open_since timestamptz, recent_since timestamptz
  ) returns integer[] language plpgsql volatile as $$
  begin
    return array[
      (select count(*) from (
        select from orders where branch_id = of_branch and customer_phone = of_phone and unproven
          and status not in ('DELIVERED', 'CLOSED', 'CANCELLED') and created_at > open_since limit 10000
      ) open),
      (select count(*) from (
        select from orders where branch_id = of_branch and customer_phone = of_phone and unproven
          and status not in ('DELIVERED', 'CLOSED', 'CANCELLED') and created_at > open_since
          and source is not distinct from of_source limit 10000
      ) open_here),
      (select count(*) from (
        select customer_phone from orders where source = of_source and created_at > recent_since
        order by created_at desc limit 200
      ) recent where customer_phone = of_phone),
      (select count(distinct customer_phone) from (
        select customer_phone from orders where source = of_source and created_at > recent_since
        order by created_at desc limit 200
      ) recent where customer_phone <> of_phone)
    ];
  end $$`;
