import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Whether tills answer, and since when a branch takes no orders as soon as possible because its till does not. */
export class TillWatches1764000000207 implements MigrationInterface {
  name = "TillWatches1764000000207";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table till_watches (
        branch_id uuid primary key constraint till_watches_branch_fk references branches on delete cascade,
        known boolean not null,
        answers integer not null,
        silences integer not null,
        told boolean not null default false
      )`);
    await queryRunner.query("alter table branches add till_silent_since timestamptz");
    await queryRunner.query(
      "alter table branch_settings add pause_while_till_silent boolean not null default true",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branch_settings drop pause_while_till_silent");
    await queryRunner.query("alter table branches drop till_silent_since");
    await queryRunner.query("drop table till_watches");
  }
}
