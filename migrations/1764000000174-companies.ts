import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Of what is there already, and of what processes of the former version still make. */
const FIRST = "'5b6f1c1e-9d0b-4c6e-8f0a-2a7c3e5d9b41'";

/**
 * Companies above branches. New columns have a constant as their default, so no table is written anew while it is locked;
 * what refers to companies is checked afterwards, while others read and write.
 */
export class Companies1764000000174 implements MigrationInterface {
  name = "Companies1764000000174";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table companies (
        id uuid not null,
        name text not null,
        public_key text not null,
        origins text[] not null default '{}',
        branches_version integer not null default 0,
        created_at timestamptz not null default now(),
        constraint companies_pkey primary key (id),
        constraint companies_public_key unique (public_key),
        constraint companies_name_length check (char_length(name) between 1 and 100),
        constraint companies_public_key_form check (public_key ~ '^rrp_[A-Za-z0-9_-]{32,64}$')
      )`);
    await queryRunner.query(`
      insert into companies (id, name, public_key)
      values (${FIRST}, 'Result.Rest', 'rrp_' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))`);
    for (const table of ["branches", "api_keys"]) {
      await queryRunner.query(
        `alter table ${table} add column company_id uuid not null default ${FIRST}`,
      );
      await queryRunner.query(`
        alter table ${table} add constraint ${table}_company_fk
          foreign key (company_id) references companies (id) not valid`);
      await queryRunner.query(`alter table ${table} validate constraint ${table}_company_fk`);
      await queryRunner.query(`create index ${table}_company on ${table} (company_id)`);
    }
    // Counts for changes of no single branch; those of a branch follow from it.
    await queryRunner.query(
      `alter table settings_changes add column company_id uuid default ${FIRST}`,
    );
    await this.watchBranches(queryRunner);
  }

  /** Whoever keeps the ids of a company's branches learns of a new one; a branch stays with its company. */
  private async watchBranches(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function count_branches_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          raise exception 'A branch stays with its company';
        end if;
        update companies set branches_version = branches_version + 1
          where id = case tg_op when 'INSERT' then new.company_id else old.company_id end;
        return null;
      end $$`);
    await queryRunner.query(`
      create trigger branches_counted after insert or delete on branches
      for each row execute function count_branches_version()`);
    await queryRunner.query(`
      create trigger branches_stay after update of company_id on branches
      for each row when (old.company_id is distinct from new.company_id) execute function count_branches_version()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop trigger branches_stay on branches");
    await queryRunner.query("drop trigger branches_counted on branches");
    await queryRunner.query("drop function count_branches_version");
    for (const table of ["settings_changes", "api_keys", "branches"])
      await queryRunner.query(`alter table ${table} drop column company_id`);
    await queryRunner.query("drop table companies");
  }
}
