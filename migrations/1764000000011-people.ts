import { type MigrationInterface, type QueryRunner } from "typeorm";

const DELIVERIES = `
  alter table fallback_deliveries
    add column purpose text not null default 'HAND_OVER',
    add column language text not null default 'ru',
    add column parts_taken integer not null default 0,
    add column sending_since timestamptz,
    add column repeated boolean not null default false,
    add column acknowledged_at timestamptz,
    add column acknowledged_by text,
    add constraint fallback_deliveries_purpose_known check (purpose in ('HAND_OVER', 'CORRECTION', 'ALERT')),
    add constraint fallback_deliveries_language_known check (language in ('ru', 'en')),
    add constraint fallback_deliveries_parts check (parts_taken >= 0),
    add constraint fallback_deliveries_acknowledged_whole check (num_nulls(acknowledged_at, acknowledged_by) in (0, 2)),
    drop constraint fallback_deliveries_once,
    add constraint fallback_deliveries_once unique (order_id, purpose, round, kind, target)
`;

const COMMANDS = `
  create table order_commands (
    id uuid primary key,
    order_id uuid not null,
    kind text not null,
    idempotency_key text not null,
    actor text,
    reason text,
    requested_at timestamptz not null,
    failures integer not null default 0,
    finished_at timestamptz,
    outcome text not null default 'PENDING',
    fault jsonb,
    constraint order_commands_order_fk foreign key (order_id) references orders (id) on delete cascade,
    constraint order_commands_once unique (order_id, kind, idempotency_key),
    constraint order_commands_kind_known check (kind in ('CANCEL', 'RETRY')),
    constraint order_commands_outcome_known check (outcome in ('PENDING', 'DONE', 'REFUSED', 'UNREACHABLE')),
    constraint order_commands_finished check ((finished_at is null) = (outcome = 'PENDING'))
  )
`;

const INDEXES = [
  "create index orders_given_up on orders (branch_id, created_at) where injection_state in ('FALLBACK_SENT', 'DEAD_LETTERED')",
  "create index orders_not_alerted on orders (created_at) where alerted_at is null and injection_state not in ('IN_POS', 'ENTERED_BY_HAND', 'CANCELLED_BEFORE_SEND', 'NOT_REQUIRED')",
  "create index orders_phone_end on orders (reverse(customer_phone) text_pattern_ops)",
  "create index orders_name_start on orders (lower(customer_name) text_pattern_ops)",
];

export class People1764000000011 implements MigrationInterface {
  name = "People1764000000011";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DELIVERIES);
    await queryRunner.query(COMMANDS);
    await queryRunner.query("alter table orders add column alerted_at timestamptz");
    for (const index of INDEXES) await queryRunner.query(index);
    await queryRunner.query(`
      alter table branch_settings
        drop constraint branch_settings_alert,
        add constraint branch_settings_alert check (
          alert_if_not_accepted_after_seconds = 0 or alert_if_not_accepted_after_seconds between 30 and 86400
        )
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        drop constraint branch_settings_alert,
        add constraint branch_settings_alert check (alert_if_not_accepted_after_seconds between 30 and 86400)
    `);
    for (const name of ["orders_given_up", "orders_not_alerted", "orders_phone_end", "orders_name_start"]) {
      await queryRunner.query(`drop index ${name}`);
    }
    await queryRunner.query("alter table orders drop column alerted_at");
    await queryRunner.query("drop table order_commands");
    await queryRunner.query("delete from fallback_deliveries where purpose <> 'HAND_OVER'");
    await queryRunner.query(`
      alter table fallback_deliveries
        drop constraint fallback_deliveries_once,
        drop column purpose,
        drop column language,
        drop column parts_taken,
        drop column sending_since,
        drop column repeated,
        drop column acknowledged_at,
        drop column acknowledged_by,
        add constraint fallback_deliveries_once unique (order_id, round, kind, target)
    `);
  }
}
