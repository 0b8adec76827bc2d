import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * A company's branches are counted once for a statement, however many it makes or deletes: row by
 * row, ten thousand of them rewrote the company ten thousand times.
 */
export class BranchesCountedOnce1764000000176 implements MigrationInterface {
  name = "BranchesCountedOnce1764000000176";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function count_changed_branches() returns trigger language plpgsql as $$
      begin
        update companies set branches_version = branches_version + 1
          where id in (select company_id from changed);
        return null;
      end $$`);
    await queryRunner.query("drop trigger branches_counted on branches");
    for (const [name, event, table] of [
      ["branches_made_counted", "insert", "new table"],
      ["branches_deleted_counted", "delete", "old table"],
    ])
      await queryRunner.query(`
        create trigger ${name} after ${event} on branches referencing ${table} as changed
        for each statement execute function count_changed_branches()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop trigger branches_made_counted on branches");
    await queryRunner.query("drop trigger branches_deleted_counted on branches");
    await queryRunner.query("drop function count_changed_branches");
    await queryRunner.query(`
      create trigger branches_counted after insert or delete on branches
      for each row execute function count_branches_version()`);
  }
}
