import { type MigrationInterface, type QueryRunner } from "typeorm";

/** How branches cut their days into slots, and how many orders they make in one. 0: any number. */
export class TimeSlots1764000000205 implements MigrationInterface {
  name = "TimeSlots1764000000205";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        add slot_minutes integer not null default 30,
        add slot_orders integer not null default 0,
        add asap_when_closed boolean not null default false,
        add constraint branch_settings_slots
          check (slot_minutes between 10 and 240 and slot_orders between 0 and 1000)`);
    await queryRunner.query(TAKEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop function slot_orders(uuid, timestamptz, timestamptz)");
    await queryRunner.query(`
      alter table branch_settings
        drop constraint branch_settings_slots,
        drop slot_minutes,
        drop slot_orders,
        drop asap_when_closed`);
  }
}

/** Volatile, so that it sees what was committed since the statement began that calls it. */
const TAKEN = `
  create function slot_orders(of_branch uuid, from_at timestamptz, to_at timestamptz)
  returns integer language plpgsql volatile as $$
  begin
    return (
      select count(*) from orders
      where branch_id = of_branch and wanted_at >= from_at and wanted_at < to_at and status <> 'CANCELLED'
    );
  end $$`;
