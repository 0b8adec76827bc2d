import { type MigrationInterface, type QueryRunner } from "typeorm";

/** When guests last looked at a branch's menu: what a process reads first when it starts. */
export class MenuDemand1764000000178 implements MigrationInterface {
  name = "MenuDemand1764000000178";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table menu_demand (
        branch_id uuid primary key references branches (id) on delete cascade,
        asked_at timestamptz not null
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table menu_demand");
  }
}
