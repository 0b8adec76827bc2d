import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A branch's menu may be read from another organization than the one that gets its orders. */
export class MenuOrganizations1764000000190 implements MigrationInterface {
  name = "MenuOrganizations1764000000190";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table branch_settings add column menu_organization_id_in_pos text",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branch_settings drop column menu_organization_id_in_pos");
  }
}
