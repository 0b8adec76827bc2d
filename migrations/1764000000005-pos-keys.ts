import { type MigrationInterface, type QueryRunner } from "typeorm";

const POS_KEYS = `
  create table pos_keys (
    id text primary key,
    state text not null default 'OK',
    trouble text,
    trouble_message text,
    blocked_until timestamptz,
    failures integer not null default 0,
    failed_at timestamptz,
    token_sealed text,
    token_number integer not null default 0,
    token_expires_at timestamptz,
    login_by text,
    login_until timestamptz,
    constraint pos_keys_state_known check (state in ('OK', 'CIRCUIT_OPEN', 'STOPPED')),
    constraint pos_keys_trouble_told check (state = 'OK' or trouble is not null),
    constraint pos_keys_circuit_ends check ((state = 'CIRCUIT_OPEN') = (blocked_until is not null)),
    constraint pos_keys_token_whole check (num_nulls(token_sealed, token_expires_at) in (0, 2)),
    constraint pos_keys_login_whole check (num_nulls(login_by, login_until) in (0, 2))
  )
`;

const POS_BUDGETS = `
  create table pos_budgets (
    key_id text not null,
    restriction_group text not null,
    per_second double precision not null,
    burst double precision not null,
    permits double precision not null,
    refilled_at timestamptz not null,
    paused_until timestamptz,
    pauses integer not null default 0,
    holder text,
    held_until timestamptz,
    waiters jsonb not null default '{}',
    primary key (key_id, restriction_group),
    constraint pos_budgets_permits_not_negative check (permits >= 0),
    constraint pos_budgets_holder_whole check (num_nulls(holder, held_until) in (0, 2))
  )
`;

export class PosKeys1764000000005 implements MigrationInterface {
  name = "PosKeys1764000000005";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(POS_KEYS);
    await queryRunner.query(POS_BUDGETS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table pos_budgets");
    await queryRunner.query("drop table pos_keys");
  }
}
