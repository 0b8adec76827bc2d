import { type MigrationInterface, type QueryRunner } from "typeorm";

/** When a key to a POS may be polled again, and when a poll last told what no web hook had told. */
export class PollPaces1764000000195 implements MigrationInterface {
  name = "PollPaces1764000000195";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table order_polls add not_before timestamptz, add untold_at timestamptz",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table order_polls drop not_before, drop untold_at");
  }
}
