import { type MigrationInterface, type QueryRunner } from "typeorm";

/** What POSes have said of addresses, by organization and a keyed hash of the address. */
export class LocatedAddresses1764000000211 implements MigrationInterface {
  name = "LocatedAddresses1764000000211";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table located_addresses (
        organization_id_in_pos text,
        address_key text,
        latitude double precision,
        longitude double precision,
        tills jsonb not null default '[]',
        asked_at timestamptz not null,
        constraint located_addresses_pkey primary key (organization_id_in_pos, address_key)
      )`);
    await queryRunner.query(
      "create index located_addresses_by_time on located_addresses (asked_at)",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table located_addresses");
  }
}
