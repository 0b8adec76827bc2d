import { type MigrationInterface, type QueryRunner } from "typeorm";

/** What was made under which key, so that a repeat makes nothing. */
export class IdempotencyKeys1764000000173 implements MigrationInterface {
  name = "IdempotencyKeys1764000000173";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table idempotency_keys (
        operation text not null,
        place text not null,
        key text not null,
        input_hash text not null,
        result jsonb,
        made_at timestamptz not null default now(),
        constraint idempotency_keys_pkey primary key (operation, place, key),
        constraint idempotency_keys_bounded check (octet_length(key) <= 1000)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table idempotency_keys");
  }
}
