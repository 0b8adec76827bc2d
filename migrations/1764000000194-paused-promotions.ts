import { type MigrationInterface, type QueryRunner } from "typeorm";

/** When a promotion was paused: its codes are taken again once that is lifted. */
export class PausedPromotions1764000000194 implements MigrationInterface {
  name = "PausedPromotions1764000000194";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table promotions add column paused_at timestamptz");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table promotions drop column paused_at");
  }
}
