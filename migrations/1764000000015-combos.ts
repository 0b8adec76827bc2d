import { type MigrationInterface, type QueryRunner } from "typeorm";

export class Combos1764000000015 implements MigrationInterface {
  readonly name = "Combos1764000000015";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table products add column combo_groups jsonb not null default '[]'");
    await runner.query("alter table order_lines add column parts jsonb");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table order_lines drop column parts");
    await runner.query("alter table products drop column combo_groups");
  }
}
