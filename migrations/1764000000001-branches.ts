import { type MigrationInterface, type QueryRunner } from "typeorm";

const BRANCHES = `
  create table branches (
    id uuid primary key,
    name text not null,
    time_zone text not null,
    currency_code text not null default 'RUB',
    accepting_delivery boolean not null default true,
    accepting_pickup boolean not null default true,
    version integer not null default 1,
    catalogue_version integer not null default 0,
    created_at timestamptz not null default now(),
    constraint branches_name_length check (char_length(name) between 1 and 100),
    constraint branches_currency_code_iso check (currency_code ~ '^[A-Z]{3}$')
  )
`;

const BRANCH_SETTINGS = `
  create table branch_settings (
    branch_id uuid primary key,
    pos text not null default 'NONE',
    organization_id uuid,
    terminal_group_id uuid,
    external_menu_id text,
    price_category_id uuid,
    credential_sealed text,
    credential_masked text,
    credential_kind text,
    payment_types jsonb not null default '[]',
    status_map jsonb not null default '[]',
    retry_delays_seconds integer[] not null default '{15,15,15}',
    accept_timeout_seconds integer not null default 60,
    fallback jsonb not null default '[]',
    constraint branch_settings_branch_fk foreign key (branch_id) references branches (id) on delete cascade,
    constraint branch_settings_pos_known check (pos in ('NONE', 'IIKO', 'SANDBOX')),
    constraint branch_settings_pos_connected check (
      pos = 'NONE' or (credential_sealed is not null and organization_id is not null)
    ),
    constraint branch_settings_credential_whole check (
      num_nulls(credential_sealed, credential_masked, credential_kind) in (0, 3)
    ),
    constraint branch_settings_credential_kind_known check (credential_kind in ('API_LOGIN_V1', 'APP_KEY_V2')),
    constraint branch_settings_retry_delays check (
      cardinality(retry_delays_seconds) <= 10
      and 0 <= all (retry_delays_seconds) and 3600 >= all (retry_delays_seconds)
    ),
    constraint branch_settings_accept_timeout check (accept_timeout_seconds between 10 and 900)
  )
`;

const API_KEYS = `
  create table api_keys (
    id uuid primary key,
    label text not null,
    scope text not null,
    prefix text not null,
    hash text not null,
    branch_ids uuid[],
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint api_keys_prefix unique (prefix),
    constraint api_keys_label_length check (char_length(label) between 1 and 100),
    constraint api_keys_scope_known check (scope in ('OPERATOR', 'ADMIN')),
    constraint api_keys_hash_sha256 check (hash ~ '^[0-9a-f]{64}$'),
    constraint api_keys_branches check (branch_ids is null or (scope = 'OPERATOR' and cardinality(branch_ids) > 0))
  )
`;

const ORGANIZATION_INDEX = `
  create index branch_settings_organization on branch_settings (organization_id)
  where organization_id is not null
`;

export class Branches1764000000001 implements MigrationInterface {
  name = "Branches1764000000001";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(BRANCHES);
    await queryRunner.query(BRANCH_SETTINGS);
    await queryRunner.query(ORGANIZATION_INDEX);
    await queryRunner.query(API_KEYS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table api_keys");
    await queryRunner.query("drop table branch_settings");
    await queryRunner.query("drop table branches");
  }
}
