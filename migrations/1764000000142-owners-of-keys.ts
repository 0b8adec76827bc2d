import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * An idempotency key belongs to whoever chose it, and to one branch. Nobody can tell any more who chose those of before:
 * they stay everybody's. So are those that a process of the former version writes until it is replaced; of equal repeats
 * the database keeps one, whichever version writes them.
 */
export class OwnersOfKeys1764000000142 implements MigrationInterface {
  name = "OwnersOfKeys1764000000142";

  async up(queryRunner: QueryRunner): Promise<void> {
    // A constant: no row is written.
    await queryRunner.query("alter table orders add key_owner text not null default 'ANYBODY'");
    await queryRunner.query("create unique index orders_key_input on orders (branch_id, idempotency_key, input_hash)");
    await queryRunner.query("create unique index orders_key_owner on orders (branch_id, idempotency_key, key_owner)");
    await queryRunner.query("alter table orders drop constraint orders_idempotency_key");
    await queryRunner.query("create index orders_key on orders (idempotency_key)");
  }

  /** Refused while two orders have one key: the former version could not tell them apart. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index orders_key");
    await queryRunner.query("alter table orders add constraint orders_idempotency_key unique (idempotency_key)");
    await queryRunner.query("drop index orders_key_owner");
    await queryRunner.query("drop index orders_key_input");
    await queryRunner.query("alter table orders drop key_owner");
  }
}
