import { type MigrationInterface, type QueryRunner } from "typeorm";

/** What the POS's loyalty programme gave by a quote is given to one order. */
export class QuotesUsedOnce1764000000144 implements MigrationInterface {
  name = "QuotesUsedOnce1764000000144";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table quotes add used_by uuid");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table quotes drop used_by");
  }
}
