import { type MigrationInterface, type QueryRunner } from "typeorm";

/** How often a token was renewed: its number is part of what it is derived from, and 0 is what earlier releases gave out. */
export class RenewedTokens1764000000145 implements MigrationInterface {
  name = "RenewedTokens1764000000145";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders add tracking_generation integer not null default 0");
    await queryRunner.query(`
      create table webhook_tokens (
        organization_id text primary key,
        generation integer not null check (generation > 0),
        pos_was_told boolean not null default false,
        former_until timestamptz,
        check (pos_was_told = (former_until is not null))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table webhook_tokens");
    await queryRunner.query("alter table orders drop tracking_generation");
  }
}
