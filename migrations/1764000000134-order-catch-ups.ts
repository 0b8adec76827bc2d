import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * Orders whose news could not be taken over, because somebody else had them locked: what is due for them follows from a row,
 * and not from a job alone. No reference to the order: that would wait for whoever has it locked.
 */
export class OrderCatchUps1764000000134 implements MigrationInterface {
  name = "OrderCatchUps1764000000134";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table order_catch_ups (
        order_id uuid primary key,
        tries integer not null,
        revision integer not null default 1
      )
    `);
    // What waits already has a job alone.
    await queryRunner.query(`
      insert into order_catch_ups (order_id, tries)
      select (payload ->> 'orderId')::uuid, max((payload ->> 'tries')::int) from jobs
      where task = 'catch-up-order' and not dead group by 1
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table order_catch_ups");
  }
}
