import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Orders for a time are counted by the slots of their branch. */
export class OrdersOfSlots1764000000206 implements MigrationInterface {
  name = "OrdersOfSlots1764000000206";
  // Orders come and go meanwhile: nobody waits for an index that is built.
  transaction = false;

  /** What broke off begins again: an index that is not whole is built anew. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("set lock_timeout = '15min'");
    await queryRunner.query("drop index concurrently if exists orders_of_slots");
    await queryRunner.query(
      `create index concurrently orders_of_slots on orders (branch_id, wanted_at)
       where wanted_at is not null and status <> 'CANCELLED'`,
    );
    await queryRunner.query("reset lock_timeout");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_of_slots");
  }
}
