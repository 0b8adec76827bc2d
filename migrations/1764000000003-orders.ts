import { type MigrationInterface, type QueryRunner } from "typeorm";

export class Orders1764000000003 implements MigrationInterface {
  name = "Orders1764000000003";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("create sequence order_numbers start 1001");
    await queryRunner.query(`
      create table orders (
        id uuid primary key,
        number text not null,
        branch_id uuid not null,
        idempotency_key text not null,
        input_hash text not null,
        version integer not null default 0,
        fulfilment text not null,
        customer_name text not null,
        customer_phone text not null,
        joins_loyalty boolean not null default false,
        address jsonb,
        wanted_at timestamptz,
        comment text,
        payment_method text not null,
        paid_online boolean not null default false,
        external_payment_id text,
        change_from bigint,
        currency_code text not null,
        subtotal bigint not null,
        total bigint not null,
        status text not null default 'NEW',
        raw_pos_status text,
        status_changed_at timestamptz not null,
        pos_timestamp bigint not null default 0,
        injection_state text not null default 'QUEUED',
        generation integer not null default 1,
        pos_order_id uuid not null,
        pos_number text,
        failures integer not null default 0,
        next_attempt_at timestamptz,
        pending_since timestamptz,
        last_fault jsonb,
        duplicates_prevented integer not null default 0,
        handed_over_at timestamptz,
        courier jsonb,
        estimated_at timestamptz,
        created_at timestamptz not null,
        constraint orders_number unique (number),
        constraint orders_idempotency_key unique (idempotency_key),
        constraint orders_branch_fk foreign key (branch_id) references branches (id),
        constraint orders_amounts check (subtotal >= 0 and total >= 0),
        constraint orders_generation check (generation >= 1),
        constraint orders_delivery_address check (fulfilment <> 'DELIVERY' or address is not null)
      )
    `);
    await queryRunner.query("create index orders_branch_created on orders (branch_id, created_at desc)");
    await queryRunner.query("create index orders_phone on orders (customer_phone, created_at desc)");
    await queryRunner.query(
      "create index orders_open_injection on orders (injection_state) where injection_state not in ('IN_POS', 'ENTERED_BY_HAND', 'CANCELLED_BEFORE_SEND', 'NOT_REQUIRED')",
    );
    await this.parts(queryRunner);
    await this.events(queryRunner);
  }

  private async parts(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table order_lines (
        order_id uuid not null,
        position integer not null,
        article text not null,
        name text not null,
        size_name text,
        quantity integer not null,
        unit_price bigint not null,
        total bigint not null,
        comment text,
        options jsonb not null default '[]',
        pos_product_id text not null,
        pos_size_id text,
        compound boolean not null default false,
        primary key (order_id, position),
        constraint order_lines_order_fk foreign key (order_id) references orders (id) on delete cascade,
        constraint order_lines_quantity check (quantity > 0),
        constraint order_lines_amounts check (unit_price >= 0 and total >= 0)
      )
    `);
    await queryRunner.query(`
      create table pos_orders (
        pos_order_id uuid primary key,
        order_id uuid not null,
        generation integer not null,
        created_at timestamptz not null default now(),
        constraint pos_orders_order_fk foreign key (order_id) references orders (id) on delete cascade
      )
    `);
    await queryRunner.query("create index pos_orders_order on pos_orders (order_id)");
    await queryRunner.query(`
      create table injection_attempts (
        order_id uuid not null,
        number integer not null,
        generation integer not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        outcome text,
        correlation_id text,
        fault jsonb,
        request jsonb,
        response jsonb,
        primary key (order_id, number),
        constraint injection_attempts_order_fk foreign key (order_id) references orders (id) on delete cascade,
        constraint injection_attempts_finished check ((finished_at is null) = (outcome is null))
      )
    `);
    await queryRunner.query(`
      create table fallback_deliveries (
        id uuid primary key,
        order_id uuid not null,
        kind text not null,
        target text not null,
        round integer not null,
        failures integer not null default 0,
        sent_at timestamptz,
        given_up_at timestamptz,
        error text,
        constraint fallback_deliveries_once unique (order_id, round, kind, target),
        constraint fallback_deliveries_order_fk foreign key (order_id) references orders (id) on delete cascade
      )
    `);
  }

  private async events(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table order_events (
        id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        sequence integer not null,
        at timestamptz not null,
        source text not null,
        actor text,
        summary jsonb not null,
        detail jsonb not null,
        xid xid8 not null default pg_current_xact_id(),
        position bigint generated always as identity,
        primary key (order_id, sequence),
        constraint order_events_id unique (id),
        constraint order_events_order_fk foreign key (order_id) references orders (id) on delete cascade
      )
    `);
    await queryRunner.query("create index order_events_feed on order_events (branch_id, xid, position)");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      "order_events",
      "fallback_deliveries",
      "injection_attempts",
      "pos_orders",
      "order_lines",
      "orders",
    ]) {
      await queryRunner.query(`drop table ${table}`);
    }
    await queryRunner.query("drop sequence order_numbers");
  }
}
