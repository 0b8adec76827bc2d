import { type MigrationInterface, type QueryRunner } from "typeorm";

const UP = `
alter table products
  add column locked_fields text[] not null default '{}',
  add column field_sources jsonb not null default '{}';

-- Whatever the catalogue holds so far was imported, and an import always takes these three.
update products set field_sources = (
  select jsonb_object_agg(field, jsonb_build_object('source', 'POS', 'updatedAt', products.created_at))
  from unnest(array['NAME', 'SIZES', 'PRICE']) field
);

alter table catalog_plans
  add column guards jsonb not null default '[]',
  drop constraint catalog_plans_kind_check,
  add constraint catalog_plans_kind_check check (kind in ('IMPORT_SECTION', 'SYNC_PRICES'));
update catalog_plans set summary = '{"skipLocked": 0, "remove": 0}' || summary;

alter table catalog_plan_changes
  add column taken text[] not null default '{}',
  drop constraint catalog_plan_changes_action_check,
  drop constraint catalog_plan_changes_target_check,
  drop constraint catalog_plan_changes_reason_check,
  add constraint catalog_plan_changes_action_check
    check (action in ('CREATE', 'UPDATE', 'UNCHANGED', 'SKIP_LOCKED', 'REMOVE', 'BLOCKED')),
  add constraint catalog_plan_changes_target_check
    check ((action in ('CREATE', 'UPDATE', 'REMOVE')) = (target is not null)),
  add constraint catalog_plan_changes_reason_check check ((action in ('REMOVE', 'BLOCKED')) = (reason is not null));
create index catalog_plan_changes_plan_id_action_position_idx on catalog_plan_changes (plan_id, action, position);
`;

const DOWN = `
drop index catalog_plan_changes_plan_id_action_position_idx;
delete from catalog_plans plan where kind = 'SYNC_PRICES' or exists (
  select from catalog_plan_changes where plan_id = plan.id and action in ('SKIP_LOCKED', 'REMOVE')
);
alter table catalog_plan_changes
  drop column taken,
  drop constraint catalog_plan_changes_action_check,
  drop constraint catalog_plan_changes_target_check,
  drop constraint catalog_plan_changes_reason_check,
  add constraint catalog_plan_changes_action_check check (action in ('CREATE', 'UPDATE', 'UNCHANGED', 'BLOCKED')),
  add constraint catalog_plan_changes_target_check check ((action in ('CREATE', 'UPDATE')) = (target is not null)),
  add constraint catalog_plan_changes_reason_check check ((action = 'BLOCKED') = (reason is not null));
alter table catalog_plans
  drop column guards,
  drop constraint catalog_plans_kind_check,
  add constraint catalog_plans_kind_check check (kind in ('IMPORT_SECTION'));
alter table products drop column locked_fields, drop column field_sources;
`;

/** Price syncs, the guards that stop plans, and which fields of a product come from where and stay as they are. */
export class PlanGuardsAndLocks1764000000007 implements MigrationInterface {
  readonly name = "PlanGuardsAndLocks1764000000007";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
