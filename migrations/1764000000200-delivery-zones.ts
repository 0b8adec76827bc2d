import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Where branches deliver, and on what terms. A branch without zones delivers anywhere, as before. */
export class DeliveryZones1764000000200 implements MigrationInterface {
  name = "DeliveryZones1764000000200";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table delivery_zones (
        branch_id uuid not null,
        source text not null,
        zones jsonb not null,
        read_at timestamptz not null default now(),
        constraint delivery_zones_pkey primary key (branch_id, source),
        constraint delivery_zones_branch_fk foreign key (branch_id)
          references branches (id) on delete cascade,
        constraint delivery_zones_source check (source in ('OWN', 'POS'))
      )`);
    await queryRunner.query(
      "alter table branches add delivery_zones_revision integer not null default 0",
    );
    await queryRunner.query(`
      alter table branch_settings
        add unlocated_addresses text not null default 'ACCEPT',
        add constraint branch_settings_unlocated_addresses
          check (unlocated_addresses in ('ACCEPT', 'REFUSE'))`);
    await queryRunner.query(`
      alter table orders
        add delivery_zone text,
        add place_unchecked boolean not null default false`);
    await queryRunner.query("alter table quotes add delivery_zone text");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table quotes drop delivery_zone");
    await queryRunner.query("alter table orders drop delivery_zone, drop place_unchecked");
    await queryRunner.query(`
      alter table branch_settings
        drop constraint branch_settings_unlocated_addresses,
        drop unlocated_addresses`);
    await queryRunner.query("alter table branches drop delivery_zones_revision");
    await queryRunner.query("drop table delivery_zones");
  }
}
