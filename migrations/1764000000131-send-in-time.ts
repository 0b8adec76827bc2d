import { type MigrationInterface, type QueryRunner } from "typeorm";

export class SendInTime1764000000131 implements MigrationInterface {
  name = "SendInTime1764000000131";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branch_settings add send_within_minutes integer not null default 30");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branch_settings drop send_within_minutes");
  }
}
