import { type MigrationInterface, type QueryRunner } from "typeorm";

/** How much later than usual a kitchen is: said by hand with an end, or by its queue. */
export class BusyKitchens1764000000213 implements MigrationInterface {
  name = "BusyKitchens1764000000213";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branches
        add busy_minutes integer not null default 0,
        add busy_until timestamptz`);
    await queryRunner.query(`
      alter table branch_settings
        add usual_minutes integer not null default 0,
        add queue_orders integer not null default 0,
        add queue_minutes integer not null default 0`);
    await queryRunner.query("alter table orders add delayed_to timestamptz");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders drop delayed_to");
    await queryRunner.query(
      "alter table branch_settings drop usual_minutes, drop queue_orders, drop queue_minutes",
    );
    await queryRunner.query("alter table branches drop busy_minutes, drop busy_until");
  }
}
