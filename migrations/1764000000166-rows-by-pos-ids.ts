import { type MigrationInterface, type QueryRunner } from "typeorm";

/** By table: its key by text, and the one by uuid that was its key. */
const KEYS: Readonly<Record<string, readonly [text: string, uuid: string]>> = {
  former_connections: [
    "branch_id, organization_id_in_pos, key_id",
    "branch_id, organization_id, key_id",
  ],
  lost_organizations: ["key_id, organization_id_in_pos", "key_id, organization_id"],
  organization_contacts: ["organization_id_in_pos", "organization_id"],
  webhook_tokens: ["organization_id_in_pos", "organization_id"],
};

/** What cannot be null any more, and what can. */
const NEEDED: readonly (readonly [table: string, text: string, uuid: string])[] = [
  ["orders", "id_in_pos", "pos_order_id"],
  ["bonus_reservations", "wallet_id_in_pos", "wallet_id"],
  ["waiting_webhooks", "organization_id_in_pos", "organization_id"],
  ["order_polls", "organization_ids_in_pos", "organization_ids"],
];

/** Proven already, so that nobody has to look through the tables for it while they are locked. */
const PROVEN: readonly (readonly [table: string, constraint: string])[] = [
  ["pos_orders", "pos_orders_id_in_pos_known"],
  ["orders", "orders_id_in_pos_known"],
  ["bonus_reservations", "bonus_reservations_wallet_id_in_pos_known"],
];

/** Rows are named by the POS's ids of text. Those of uuid may be null, and the older release finds rows by them. */
export class RowsByPosIds1764000000166 implements MigrationInterface {
  name = "RowsByPosIds1764000000166";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table pos_orders
        alter id_in_pos set not null,
        drop constraint pos_orders_pkey,
        add constraint pos_orders_pkey primary key using index pos_orders_in_pos,
        alter pos_order_id drop not null`);
    for (const [table, [text, uuid]] of Object.entries(KEYS)) {
      const column = uuid.split(", ").find((name) => name === "organization_id") ?? uuid;
      await queryRunner.query(`
        alter table ${table}
          drop constraint ${table}_pkey,
          add constraint ${table}_pkey primary key (${text}),
          alter ${column} drop not null`);
      await queryRunner.query(`create unique index ${table}_uuid on ${table} (${uuid})`);
    }
    for (const [table, text, uuid] of NEEDED)
      await queryRunner.query(
        `alter table ${table} alter ${text} set not null, alter ${uuid} drop not null`,
      );
    for (const [table, name] of PROVEN)
      await queryRunner.query(`alter table ${table} drop constraint ${name}`);
    await connectedBy(queryRunner, "organization_id_in_pos");
    await queryRunner.query(`
      create index branch_settings_organization_in_pos on branch_settings (organization_id_in_pos)
        where organization_id_in_pos is not null`);
  }

  /** PostgreSQL refuses it while there is an id that is no UUID. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop index branch_settings_organization_in_pos");
    await connectedBy(queryRunner, "organization_id");
    for (const [table, text, uuid] of NEEDED)
      await queryRunner.query(
        `alter table ${table} alter ${uuid} set not null, alter ${text} drop not null`,
      );
    for (const [table, [, uuid]] of Object.entries(KEYS)) {
      await queryRunner.query(`drop index ${table}_uuid`);
      await queryRunner.query(`
        alter table ${table}
          drop constraint ${table}_pkey, add constraint ${table}_pkey primary key (${uuid}),
          alter organization_id_in_pos drop not null`);
    }
    await queryRunner.query(`
      alter table pos_orders
        drop constraint pos_orders_pkey, add constraint pos_orders_pkey primary key (pos_order_id),
        alter id_in_pos drop not null`);
    await queryRunner.query("create unique index pos_orders_in_pos on pos_orders (id_in_pos)");
    for (const [table, name] of PROVEN) {
      const column = name.slice(table.length + 1, -"_known".length);
      const check = `check (${column} is not null)`;
      await queryRunner.query(`alter table ${table} add constraint ${name} ${check}`);
    }
  }
}

/** What a branch that is connected needs. */
async function connectedBy(queryRunner: QueryRunner, column: string): Promise<void> {
  await queryRunner.query(`
    alter table branch_settings
      drop constraint branch_settings_pos_connected,
      add constraint branch_settings_pos_connected
        check (pos = 'NONE' or (credential_sealed is not null and ${column} is not null))`);
}
