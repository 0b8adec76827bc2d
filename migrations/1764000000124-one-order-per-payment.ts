import { type MigrationInterface, type QueryRunner } from "typeorm";

/** One payment pays one order of a branch. Orders of before keep what they say of their payments, repeated or not. */
export class OneOrderPerPayment1764000000124 implements MigrationInterface {
  name = "OneOrderPerPayment1764000000124";

  async up(queryRunner: QueryRunner): Promise<void> {
    // Locks the table, so that nobody repeats a payment before the index is there.
    await queryRunner.query("alter table orders add repeats_payment boolean not null default false");
    await queryRunner.query(`
      update orders set repeats_payment = true
      from (
        select id, row_number() over (partition by branch_id, external_payment_id order by created_at, id) as place
        from orders where external_payment_id is not null
      ) paid
      where paid.id = orders.id and paid.place > 1
    `);
    await queryRunner.query(`
      create unique index orders_payment on orders (branch_id, external_payment_id)
      where external_payment_id is not null and not repeats_payment
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_payment");
    await queryRunner.query("alter table orders drop repeats_payment");
  }
}
