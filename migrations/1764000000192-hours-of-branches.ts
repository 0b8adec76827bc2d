import { type MigrationInterface, type QueryRunner } from "typeorm";

/** When branches take orders, and how far ahead. Without a row a branch is open around the clock. */
export class HoursOfBranches1764000000192 implements MigrationInterface {
  name = "HoursOfBranches1764000000192";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        add hours_week jsonb not null default '[]',
        add hours_days jsonb not null default '[]',
        add preorder_min_minutes integer not null default 0,
        add preorder_max_days integer not null default 60,
        add constraint branch_settings_preorders
          check (preorder_min_minutes between 0 and 1440 and preorder_max_days between 0 and 60)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        drop constraint branch_settings_preorders,
        drop hours_week,
        drop hours_days,
        drop preorder_min_minutes,
        drop preorder_max_days`);
  }
}
