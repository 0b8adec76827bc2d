import { type MigrationInterface, type QueryRunner } from "typeorm";

/** How far the long work on a branch's catalogue has come: one row a kind, the last one's. */
export class CatalogueWorks1764000000193 implements MigrationInterface {
  name = "CatalogueWorks1764000000193";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table catalogue_works (
        branch_id uuid not null constraint catalogue_works_branch_id_fkey references branches (id) on delete cascade,
        kind text not null,
        run_id uuid not null,
        step text not null,
        done integer not null,
        total integer,
        begun_at timestamptz not null default now(),
        told_at timestamptz not null default now(),
        ended_at timestamptz,
        failed boolean not null default false,
        constraint catalogue_works_pkey primary key (branch_id, kind),
        constraint catalogue_works_kind_check check (kind in ('REFRESH', 'PLAN', 'APPLY')),
        constraint catalogue_works_step_check check (step in ('READING', 'COMPARING', 'WRITING'))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table catalogue_works");
  }
}
