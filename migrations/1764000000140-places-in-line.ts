import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Orders that wait to be sent have a place in their branch's line, which need not be when they came. */
export class PlacesInLine1764000000140 implements MigrationInterface {
  name = "PlacesInLine1764000000140";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table jobs add place_at timestamptz not null default clock_timestamp()");
    await queryRunner.query(`
      create index jobs_waiting_places on jobs (priority, branch_id, place_at)
      where owner is null and not dead and lane = 'orders'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table jobs drop place_at");
  }
}
