import { type MigrationInterface, type QueryRunner } from "typeorm";

export class HoldPoints1764000000123 implements MigrationInterface {
  name = "HoldPoints1764000000123";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branch_settings add hold_bonuses boolean not null default false");
    await queryRunner.query(`
      alter table bonus_reservations
        add pos_customer_id uuid,
        add balance_before bigint,
        add shown_at timestamptz
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table bonus_reservations drop pos_customer_id, drop balance_before, drop shown_at");
    await queryRunner.query("alter table branch_settings drop hold_bonuses");
  }
}
