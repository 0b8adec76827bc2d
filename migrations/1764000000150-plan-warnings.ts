import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A change may come with a warning: what it does not mend. */
export class PlanWarnings1764000000150 implements MigrationInterface {
  name = "PlanWarnings1764000000150";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table catalog_plan_changes
        drop constraint catalog_plan_changes_reason_check,
        add constraint catalog_plan_changes_reason_check
          check (reason is not null or action not in ('REMOVE', 'BLOCKED'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("update catalog_plan_changes set reason = null where action not in ('REMOVE', 'BLOCKED')");
    await queryRunner.query(`
      alter table catalog_plan_changes
        drop constraint catalog_plan_changes_reason_check,
        add constraint catalog_plan_changes_reason_check
          check ((action in ('REMOVE', 'BLOCKED')) = (reason is not null))`);
  }
}
