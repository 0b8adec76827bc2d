import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * A promo code is unique within a branch, no more among all of them. The promotion knows its branches, so a trigger sees to
 * it: a row whose code another promotion of the same branch has is left out, as `on conflict do nothing` leaves it out, for
 * processes of the former version, too. Those of two branches wait for each other there as far as they have one in common.
 */
export class PromoCodesByBranch1764000000143 implements MigrationInterface {
  name = "PromoCodesByBranch1764000000143";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "alter table promo_codes drop constraint promo_codes_pkey, add primary key (code, promotion_id)",
    );
    await queryRunner.query("drop index promo_uses_code");
    await queryRunner.query(
      "create index promo_uses_code on promo_uses (promotion_id, code) where returned_at is null",
    );
    await queryRunner.query(`
      create function leave_out_taken_promo_code() returns trigger language plpgsql as $$
      declare
        places uuid[] := (select branch_ids from promotions where id = new.promotion_id);
        place uuid;
      begin
        -- Once for all codes of a statement: thousands are made at a time.
        if current_setting('gateway.promo_codes_of', true) is distinct from new.promotion_id::text then
          for place in select unnest(places) order by 1 loop
            perform pg_advisory_xact_lock(hashtextextended('promo-codes:' || place, 0));
          end loop;
          perform set_config('gateway.promo_codes_of', new.promotion_id::text, true);
        end if;
        if exists (
          select from promo_codes taken join promotions p on p.id = taken.promotion_id
          where taken.code = new.code and taken.promotion_id <> new.promotion_id and p.branch_ids && places
        ) then
          return null;
        end if;
        return new;
      end $$
    `);
    await queryRunner.query(`
      create trigger promo_codes_once_in_a_branch before insert on promo_codes
      for each row execute function leave_out_taken_promo_code()
    `);
  }

  /** Refused while two branches have one code: the former version could not tell them apart. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table promo_codes drop constraint promo_codes_pkey, add primary key (code)");
    await queryRunner.query("drop trigger promo_codes_once_in_a_branch on promo_codes");
    await queryRunner.query("drop function leave_out_taken_promo_code");
    await queryRunner.query("drop index promo_uses_code");
    await queryRunner.query("create index promo_uses_code on promo_uses (code) where returned_at is null");
  }
}
