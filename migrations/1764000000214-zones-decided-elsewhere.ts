import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Whether the zones of a POS are no more than a guess, because somebody else assigns the orders. */
export class ZonesDecidedElsewhere1764000000214 implements MigrationInterface {
  name = "ZonesDecidedElsewhere1764000000214";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table delivery_zones add decided_elsewhere boolean not null default false",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table delivery_zones drop decided_elsewhere");
  }
}
