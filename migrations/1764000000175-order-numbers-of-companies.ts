import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Of what is there already, and of what processes of the former version still make. */
const FIRST = "'5b6f1c1e-9d0b-4c6e-8f0a-2a7c3e5d9b41'";

/**
 * Each company counts its own orders, from a sequence of its own: nobody waits for a row, and nobody learns from numbers how
 * many orders others have. What broke off goes on where it was.
 */
export class OrderNumbersOfCompanies1764000000175 implements MigrationInterface {
  name = "OrderNumbersOfCompanies1764000000175";
  transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table companies add column if not exists order_numbers text not null default 'order_numbers'",
    );
    await queryRunner.query(
      `alter table orders add column if not exists company_id uuid not null default ${FIRST}`,
    );
    // It waits for others' transactions to end, and nobody waits for it meanwhile.
    await queryRunner.query("set lock_timeout = '15min'");
    await queryRunner.query("drop index concurrently if exists orders_number_of_company");
    await queryRunner.query(
      "create unique index concurrently orders_number_of_company on orders (number, company_id)",
    );
    await queryRunner.query("reset lock_timeout");
    await queryRunner.query("alter table orders drop constraint if exists orders_number");
  }

  /** Refused while two companies have orders of one number: the former version could not tell them apart. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table orders add constraint orders_number unique (number)");
    await queryRunner.query("alter table orders drop column company_id");
    const rows = (await queryRunner.query(
      "select order_numbers as name from companies where order_numbers <> 'order_numbers'",
    )) as { name: string }[];
    for (const { name } of rows) await queryRunner.query(`drop sequence if exists ${name}`);
    await queryRunner.query("alter table companies drop column order_numbers");
  }
}
