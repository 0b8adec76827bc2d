import { type MigrationInterface, type QueryRunner } from "typeorm";

export class GuestCount1764000000158 implements MigrationInterface {
  name = "GuestCount1764000000158";

  async up(queryRunner: QueryRunner): Promise<void> {
    // Not valid: no row there is has one, and reading them all would hold up whoever takes orders meanwhile.
    await queryRunner.query(`
      alter table orders
        add guest_count integer,
        add constraint orders_guest_count check (guest_count between 1 and 99) not valid
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders drop guest_count");
  }
}
