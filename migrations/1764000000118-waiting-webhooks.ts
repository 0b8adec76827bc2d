import { type MigrationInterface, type QueryRunner } from "typeorm";

export class WaitingWebhooks1764000000118 implements MigrationInterface {
  name = "WaitingWebhooks1764000000118";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table waiting_webhooks (
        id bigint generated always as identity primary key,
        organization_id uuid not null,
        body text not null,
        received_at timestamptz not null default now()
      )
    `);
    // A queue that is usually empty: its dead rows would otherwise be searched through for every web hook.
    await queryRunner.query(`
      alter table waiting_webhooks set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table waiting_webhooks");
  }
}
