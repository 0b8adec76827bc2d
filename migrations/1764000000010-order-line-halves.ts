import { type MigrationInterface, type QueryRunner } from "typeorm";

export class OrderLineHalves1764000000010 implements MigrationInterface {
  readonly name = "OrderLineHalves1764000000010";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table order_lines add column halves jsonb");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table order_lines drop column halves");
  }
}
