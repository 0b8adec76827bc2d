import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Which tills and keys there are, the list of vendors says: a new one needs no migration. */
export class KindsOfVendors1764000000161 implements MigrationInterface {
  name = "KindsOfVendors1764000000161";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        drop constraint branch_settings_pos_known,
        drop constraint branch_settings_credential_kind_known`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branch_settings
        add constraint branch_settings_pos_known check (pos in ('NONE', 'IIKO', 'SANDBOX')),
        add constraint branch_settings_credential_kind_known
          check (credential_kind in ('API_LOGIN_V1', 'APP_KEY_V2'))`);
  }
}
