import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A page of keys, of one company or of all, is read along one of these, however many there are. */
const INDEXES: Readonly<Record<string, string>> = {
  api_keys_of_company: "on api_keys (company_id, created_at, id)",
  api_keys_created: "on api_keys (created_at, id)",
};

/** The first of the above begins with the same column. */
const FORMER = { api_keys_company: "on api_keys (company_id)" };

export class KeysByTime1764000000198 implements MigrationInterface {
  name = "KeysByTime1764000000198";

  async up(queryRunner: QueryRunner): Promise<void> {
    await replace(queryRunner, INDEXES, FORMER);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replace(queryRunner, FORMER, INDEXES);
  }
}

async function replace(
  queryRunner: QueryRunner,
  made: Readonly<Record<string, string>>,
  gone: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, on] of Object.entries(made)) await queryRunner.query(`create index ${name} ${on}`);
  await queryRunner.query(`drop index ${Object.keys(gone).join()}`);
}
