import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Challenges that an order has used: each is good for one. What has expired is refused anyway, and is forgotten. */
export class SpentChallenges1764000000141 implements MigrationInterface {
  name = "SpentChallenges1764000000141";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table spent_challenges (
        id text primary key,
        order_id uuid not null references orders (id) on delete cascade,
        expires_at timestamptz not null
      )`);
    await queryRunner.query("create index spent_challenges_expiry on spent_challenges (expires_at)");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table spent_challenges");
  }
}
