import { type MigrationInterface, type QueryRunner } from "typeorm";

const FORM = `
  alter table branch_settings
    add column bonus_payment_type_id uuid,
    add column bonus_wallet_id uuid,
    add column bonus_write_off_limit_percent integer not null default 0,
    add column universal_discount_id uuid,
    add column do_not_send_promo_codes boolean not null default false,
    add column do_not_use_bonuses boolean not null default false,
    add column do_not_use_pos_promo_codes boolean not null default false,
    add column alert_if_not_accepted_after_seconds integer not null default 300,
    add constraint branch_settings_bonus_write_off_limit check (bonus_write_off_limit_percent between 0 and 100),
    add constraint branch_settings_alert check (alert_if_not_accepted_after_seconds between 30 and 86400)
`;

const PAUSES = `
  alter table branches
    add column delivery_paused_until timestamptz,
    add column pickup_paused_until timestamptz,
    add constraint branches_delivery_pause check (delivery_paused_until is null or not accepting_delivery),
    add constraint branches_pickup_pause check (pickup_paused_until is null or not accepting_pickup)
`;

const CHANGES = `
  create table settings_changes (
    id bigint generated always as identity,
    branch_id uuid,
    at timestamptz not null default now(),
    actor text not null,
    field text not null,
    before text,
    after text,
    constraint settings_changes_pkey primary key (id),
    constraint settings_changes_branch_fk foreign key (branch_id) references branches (id) on delete cascade
  )
`;

const CHANGES_OF_BRANCH = `create index settings_changes_branch on settings_changes (branch_id, id)`;

export class BranchSettings1764000000004 implements MigrationInterface {
  name = "BranchSettings1764000000004";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FORM);
    await queryRunner.query(PAUSES);
    await queryRunner.query(CHANGES);
    await queryRunner.query(CHANGES_OF_BRANCH);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table settings_changes");
    await queryRunner.query("alter table branches drop column delivery_paused_until, drop column pickup_paused_until");
    await queryRunner.query(`
      alter table branch_settings
        drop column bonus_payment_type_id,
        drop column bonus_wallet_id,
        drop column bonus_write_off_limit_percent,
        drop column universal_discount_id,
        drop column do_not_send_promo_codes,
        drop column do_not_use_bonuses,
        drop column do_not_use_pos_promo_codes,
        drop column alert_if_not_accepted_after_seconds
    `);
  }
}
