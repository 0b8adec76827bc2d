import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Zones that a POS was asked for and never told are known by when it is asked again. */
export class ZonesToBeRead1764000000204 implements MigrationInterface {
  name = "ZonesToBeRead1764000000204";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table delivery_zones alter read_at drop not null");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("delete from delivery_zones where read_at is null");
    await queryRunner.query("alter table delivery_zones alter read_at set not null");
  }
}
