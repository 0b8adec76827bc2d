import { type MigrationInterface, type QueryRunner } from "typeorm";

/** What guests are told an order takes, and what that is measured by. */
export class PromisedIntervals1764000000203 implements MigrationInterface {
  name = "PromisedIntervals1764000000203";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table orders
        add first_promised_at timestamptz,
        add promised_from timestamptz,
        add promised_to timestamptz`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table orders drop first_promised_at, drop promised_from, drop promised_to",
    );
  }
}
