import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Which product of the POS an order's fee is, where its zone has one of its own. */
export class ProductsOfFees1764000000209 implements MigrationInterface {
  name = "ProductsOfFees1764000000209";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders add delivery_product_id_in_pos text");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders drop delivery_product_id_in_pos");
  }
}
