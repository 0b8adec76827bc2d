import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Lists over all branches, and the orders of the till that somebody waits for. */
export class OrdersToLookFor1764000000171 implements MigrationInterface {
  name = "OrdersToLookFor1764000000171";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("create index orders_created on orders (created_at, id)");
    await queryRunner.query(`
      create index orders_due on orders (coalesce(promised_at, wanted_at))
        where injection_state = 'IN_POS' and status not in ('DELIVERED', 'CLOSED', 'CANCELLED')
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_due");
    await queryRunner.query("drop index orders_created");
  }
}
