import { type MigrationInterface, type QueryRunner } from "typeorm";

export class ErasedOrders1764000000147 implements MigrationInterface {
  name = "ErasedOrders1764000000147";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders add erased_at timestamptz");
    await queryRunner.query("create index orders_to_erase on orders (created_at) where erased_at is null");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_to_erase");
    await queryRunner.query("alter table orders drop erased_at");
  }
}
