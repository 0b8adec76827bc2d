import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A key of some branches finds what people hold of them without looking through all others'. */
export class OrdersByStateOfBranch1764000000196 implements MigrationInterface {
  name = "OrdersByStateOfBranch1764000000196";
  transaction = false;

  /** Nobody waits for it. What broke off begins again: an index that is not whole is built anew. */
  async up(queryRunner: QueryRunner): Promise<void> {
    // It waits for others' transactions to end, and nobody waits for it meanwhile.
    await queryRunner.query("set lock_timeout = '15min'");
    await queryRunner.query("drop index concurrently if exists orders_by_state_of_branch");
    await queryRunner.query(`
      create index concurrently orders_by_state_of_branch on orders (branch_id, injection_state, created_at, id)
        where injection_state <> 'IN_POS'`);
    await queryRunner.query("reset lock_timeout");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_by_state_of_branch");
  }
}
