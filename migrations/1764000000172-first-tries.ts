import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Some channels fold a second copy for a while only: from when on has to be known. */
export class FirstTries1764000000172 implements MigrationInterface {
  name = "FirstTries1764000000172";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table fallback_deliveries add first_tried_at timestamptz");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table fallback_deliveries drop first_tried_at");
  }
}
