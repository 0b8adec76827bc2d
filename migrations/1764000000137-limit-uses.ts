import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Unlogged: after a crash everybody begins anew, and counting costs no write to the log. */
export class LimitUses1764000000137 implements MigrationInterface {
  name = "LimitUses1764000000137";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create unlogged table limit_uses (
        key text primary key,
        used_until timestamptz not null,
        granted integer not null,
        wanted integer not null,
        burst integer not null,
        refill_ms double precision not null
      ) with (fillfactor = 50)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table limit_uses");
  }
}
