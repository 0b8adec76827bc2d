import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Open orders of a phone are counted by every spelling in which it may be stored. The function of one spelling stays for versions before. */
export class PhonesOfAGuest1764000000152 implements MigrationInterface {
  name = "PhonesOfAGuest1764000000152";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(COUNTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop function guest_order_counts(uuid, text[], text, timestamptz, timestamptz)");
  }
}

/** As the function of one phone: volatile, so that it sees what was committed since its statement began. */
const COUNTS = `
  create function guest_order_counts(
    of_branch uuid, of_phones text[], of_source text, open_since timestamptz, recent_since timestamptz
  ) returns integer[] language plpgsql volatile as $$
  begin
    return array[
      (select count(*) from (
        select from orders where branch_id = of_branch and customer_phone = any (of_phones) and unproven
          and status not in ('DELIVERED', 'CLOSED', 'CANCELLED') and created_at > open_since limit 10000
      ) open),
      (select count(*) from (
        select from orders where branch_id = of_branch and customer_phone = any (of_phones) and unproven
          and status not in ('DELIVERED', 'CLOSED', 'CANCELLED') and created_at > open_since
          and source is not distinct from of_source limit 10000
      ) open_here),
      (select count(*) from (
        select customer_phone from orders where source = of_source and created_at > recent_since
        order by created_at desc limit 200
      ) recent where customer_phone = any (of_phones)),
      (select count(distinct customer_phone) from (
        select customer_phone from orders where source = of_source and created_at > recent_since
        order by created_at desc limit 200
      ) recent where customer_phone <> all (of_phones))
    ];
  end $$`;
