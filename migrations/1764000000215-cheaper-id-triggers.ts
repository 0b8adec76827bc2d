import { type MigrationInterface, type QueryRunner } from "typeorm";

/** By table: the columns that hold an id as UUID and as text. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  orders: ["pos_order_id", "id_in_pos"],
  pos_orders: ["pos_order_id", "id_in_pos", "organization_id", "organization_id_in_pos"],
};

/**
 * The triggers that keep both columns of an id equal run for new rows and those whose id changes.
 * Before, they ran for every change of an order, because all of its columns are written at once.
 */
export class CheaperIdTriggers1764000000215 implements MigrationInterface {
  name = "CheaperIdTriggers1764000000215";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const changed = columns.map((column) => `new.${column} is distinct from old.${column}`);
      await queryRunner.query(`drop trigger ${table}_both_ids on ${table}`);
      await queryRunner.query(`
        create trigger ${table}_both_ids before insert on ${table}
        for each row execute function both_ids_of_${table}()`);
      await queryRunner.query(`
        create trigger ${table}_both_ids_changed before update of ${columns.join()} on ${table}
        for each row when (${changed.join(" or ")}) execute function both_ids_of_${table}()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      await queryRunner.query(`drop trigger ${table}_both_ids_changed on ${table}`);
      await queryRunner.query(`drop trigger ${table}_both_ids on ${table}`);
      await queryRunner.query(`
        create trigger ${table}_both_ids before insert or update of ${columns.join()} on ${table}
        for each row execute function both_ids_of_${table}()`);
    }
  }
}
