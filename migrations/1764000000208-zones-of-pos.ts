import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Zones that a POS has, beside those that were imported; which of them say where a branch delivers. */
export class ZonesOfPos1764000000208 implements MigrationInterface {
  name = "ZonesOfPos1764000000208";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table delivery_zones add organization_id_in_pos text, add due_at timestamptz",
    );
    await queryRunner.query(`
      alter table branch_settings
        add delivery_zones_from text not null default 'OWN',
        add week_starts_at text not null default 'MONDAY',
        add constraint branch_settings_delivery_zones_from check (delivery_zones_from in ('OWN', 'POS', 'NONE')),
        add constraint branch_settings_week_starts_at check (week_starts_at in ('MONDAY', 'SUNDAY'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table branch_settings drop delivery_zones_from, drop week_starts_at",
    );
    await queryRunner.query("delete from delivery_zones where source = 'POS'");
    await queryRunner.query(
      "alter table delivery_zones drop organization_id_in_pos, drop due_at",
    );
  }
}
