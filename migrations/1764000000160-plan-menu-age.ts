import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A plan says when the POS's menu that it was worked out from was read. */
export class PlanMenuAge1764000000160 implements MigrationInterface {
  name = "PlanMenuAge1764000000160";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table catalog_plans add column pos_menu_read_at timestamptz");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table catalog_plans drop column pos_menu_read_at");
  }
}
