import { type MigrationInterface, type QueryRunner } from "typeorm";

const STOP_LISTS = `
  create table stop_lists (
    branch_id uuid primary key references branches on delete cascade,
    groups jsonb not null default '[]',
    revision integer not null default 0,
    read_at timestamptz,
    failing_since timestamptz,
    due_at timestamptz not null
  )
`;

export class StopLists1764000000008 implements MigrationInterface {
  name = "StopLists1764000000008";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(STOP_LISTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table stop_lists");
  }
}
