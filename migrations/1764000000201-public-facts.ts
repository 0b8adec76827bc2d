import { type MigrationInterface, type QueryRunner } from "typeorm";

/** What guests may know of a branch, and whether they are to know of it at all. */
export class PublicFacts1764000000201 implements MigrationInterface {
  name = "PublicFacts1764000000201";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branches add published boolean not null default true");
    await queryRunner.query(`
      alter table branch_settings
        add public_address text,
        add public_phone text,
        add public_point text,
        add takes_cash boolean not null default true,
        add takes_cards boolean not null default true,
        add takes_online boolean not null default true`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table branch_settings drop public_address, drop public_phone, drop public_point,
        drop takes_cash, drop takes_cards, drop takes_online`,
    );
    await queryRunner.query("alter table branches drop published");
  }
}
