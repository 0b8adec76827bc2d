import { type MigrationInterface, type QueryRunner } from "typeorm";

/** An order says who is at it, and until when. */
export class OrderClaims1764000000170 implements MigrationInterface {
  name = "OrderClaims1764000000170";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders add column claim jsonb");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders drop column claim");
  }
}
