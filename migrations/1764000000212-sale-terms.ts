import { type MigrationInterface, type QueryRunner } from "typeorm";

/** How a POS's menu sells what it lists: when, and which products by weight. */
export class SaleTerms1764000000212 implements MigrationInterface {
  name = "SaleTerms1764000000212";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table pos_menus
        add sale_hours jsonb not null default '{"menu": [], "products": []}',
        add weighed jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table pos_menus drop sale_hours, drop weighed");
  }
}
