import { type MigrationInterface, type QueryRunner } from "typeorm";

function purposes(known: string): string {
  return `alter table fallback_deliveries
    drop constraint fallback_deliveries_purpose_known,
    add constraint fallback_deliveries_purpose_known check (purpose in (${known}))`;
}

export class CancelByHand1764000000111 implements MigrationInterface {
  name = "CancelByHand1764000000111";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(purposes("'HAND_OVER', 'CORRECTION', 'ALERT', 'CANCEL_BY_HAND'"));
    await queryRunner.query("alter table order_commands add column pos_receipt text");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table order_commands drop column pos_receipt");
    await queryRunner.query("delete from fallback_deliveries where purpose = 'CANCEL_BY_HAND'");
    await queryRunner.query(purposes("'HAND_OVER', 'CORRECTION', 'ALERT'"));
  }
}
