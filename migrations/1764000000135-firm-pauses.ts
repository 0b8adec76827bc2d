import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A job may have to wait as long as it says, whatever becomes of the one before it. */
export class FirmPauses1764000000135 implements MigrationInterface {
  name = "FirmPauses1764000000135";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table jobs add column firm boolean not null default false");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table jobs drop column firm");
  }
}
