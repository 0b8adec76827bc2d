import { type MigrationInterface, type QueryRunner } from "typeorm";

/** One plan over many branches: what is to change, and what became of it branch by branch. */
export class BranchesPlans1764000000185 implements MigrationInterface {
  name = "BranchesPlans1764000000185";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table branches_plans (
        id uuid not null constraint branches_plans_pkey primary key,
        kind text not null,
        request jsonb not null,
        actor text not null,
        step text,
        job_id text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        rest_asked_at timestamptz,
        undo_asked_at timestamptz,
        constraint branches_plans_kind_check check (kind in ('IMPORT_SECTION', 'SYNC_PRICES', 'CHANGE_SETTINGS')),
        constraint branches_plans_step_check check (step in ('PLAN', 'APPLY', 'UNDO'))
      )`);
    await queryRunner.query("create index branches_plans_unfinished_idx on branches_plans (id) where step is not null");
    await queryRunner.query("create index branches_plans_created_at_idx on branches_plans (created_at, id)");
    await queryRunner.query(`
      create table branches_plan_entries (
        plan_id uuid not null constraint branches_plan_entries_plan_id_fkey references branches_plans (id) on delete cascade,
        position integer not null,
        branch_id uuid not null constraint branches_plan_entries_branch_id_fkey references branches (id) on delete cascade,
        state text not null default 'WAITING',
        reason jsonb,
        catalog_plan_id uuid
          constraint branches_plan_entries_catalog_plan_id_fkey references catalog_plans (id) on delete set null,
        new_section jsonb,
        differences jsonb,
        base_version integer,
        before jsonb,
        applied_version integer,
        applied_at timestamptz,
        undone_at timestamptz,
        constraint branches_plan_entries_pkey primary key (plan_id, position),
        constraint branches_plan_entries_plan_id_branch_id_key unique (plan_id, branch_id),
        constraint branches_plan_entries_state_check check (
          state in ('WAITING', 'PLANNED', 'UNCHANGED', 'STOPPED', 'APPLIED', 'FAILED', 'UNDONE', 'CHANGED_SINCE')
        ),
        constraint branches_plan_entries_applied_check check (
          state not in ('APPLIED', 'UNDONE', 'CHANGED_SINCE') or (before is not null and applied_version is not null)
        )
      )`);
    await queryRunner.query(
      "create index branches_plan_entries_plan_id_state_position_idx on branches_plan_entries (plan_id, state, position)",
    );
    await queryRunner.query("create index branches_plan_entries_branch_id_idx on branches_plan_entries (branch_id)");
    await queryRunner.query(
      "create index branches_plan_entries_catalog_plan_id_idx on branches_plan_entries (catalog_plan_id)",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table branches_plan_entries");
    await queryRunner.query("drop table branches_plans");
  }
}
