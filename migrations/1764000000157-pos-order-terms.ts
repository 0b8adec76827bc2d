import { type MigrationInterface, type QueryRunner } from "typeorm";

export class PosOrderTerms1764000000157 implements MigrationInterface {
  name = "PosOrderTerms1764000000157";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        add delivery_order_type_id uuid,
        add pickup_order_type_id uuid,
        add marketing_source_id uuid,
        add half_prices text not null default 'HALVED',
        add constraint branch_settings_half_prices_known check (half_prices in ('HALVED', 'WHOLE'))
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        drop delivery_order_type_id, drop pickup_order_type_id, drop marketing_source_id, drop half_prices
    `);
  }
}
