import { type MigrationInterface, type QueryRunner } from "typeorm";

function purposes(known: string): string {
  return `alter table fallback_deliveries
    drop constraint fallback_deliveries_purpose_known,
    add constraint fallback_deliveries_purpose_known check (purpose in (${known}))`;
}

export class TwiceInTill1764000000120 implements MigrationInterface {
  name = "TwiceInTill1764000000120";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(purposes("'HAND_OVER', 'CORRECTION', 'ALERT', 'CANCEL_BY_HAND', 'TWICE_IN_TILL'"));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("delete from fallback_deliveries where purpose = 'TWICE_IN_TILL'");
    await queryRunner.query(purposes("'HAND_OVER', 'CORRECTION', 'ALERT', 'CANCEL_BY_HAND'"));
  }
}
