import { type MigrationInterface, type QueryRunner } from "typeorm";

/** By table: the column of uuid, and the one of text that stands beside it. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  branch_settings: {
    organization_id: "organization_id_in_pos",
    terminal_group_id: "terminal_group_id_in_pos",
    price_category_id: "price_category_id_in_pos",
    bonus_payment_type_id: "bonus_payment_type_id_in_pos",
    bonus_wallet_id: "bonus_wallet_id_in_pos",
    delivery_order_type_id: "delivery_order_type_id_in_pos",
    pickup_order_type_id: "pickup_order_type_id_in_pos",
    marketing_source_id: "marketing_source_id_in_pos",
    universal_discount_id: "universal_discount_id_in_pos",
    delivery_product_id: "delivery_product_id_in_pos",
  },
  orders: { pos_order_id: "id_in_pos" },
  pos_orders: { pos_order_id: "id_in_pos", organization_id: "organization_id_in_pos" },
  bonus_reservations: { wallet_id: "wallet_id_in_pos", pos_customer_id: "customer_id_in_pos" },
  former_connections: { organization_id: "organization_id_in_pos" },
  lost_organizations: { organization_id: "organization_id_in_pos" },
  organization_contacts: { organization_id: "organization_id_in_pos" },
  webhook_tokens: { organization_id: "organization_id_in_pos" },
  waiting_webhooks: { organization_id: "organization_id_in_pos" },
};

/** Few rows: they are filled here. The others are filled little by little by the next migration. */
const SMALL = [
  "branch_settings",
  "former_connections",
  "lost_organizations",
  "organization_contacts",
  "webhook_tokens",
  "waiting_webhooks",
];

const UUID = "'^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'";

/**
 * The ids that POSes give become text: not every POS names its things by UUIDs. Processes of the
 * release before read and write the columns of uuid, newer ones those of text, and a trigger keeps
 * both equal until the columns of uuid go. An id that is no UUID is null there.
 */
export class PosIdsAsText1764000000164 implements MigrationInterface {
  name = "PosIdsAsText1764000000164";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const added = Object.values(columns).map((column) => `add ${column} text`);
      await queryRunner.query(`alter table ${table} ${added.join()}`);
      await keepEqual(queryRunner, table, columns, Object.entries(columns).map(pairOfOne));
    }
    await queryRunner.query("alter table order_polls add organization_ids_in_pos text[]");
    const pair = pairOfMany("organization_ids", "organization_ids_in_pos");
    const ofPolls = { organization_ids: "organization_ids_in_pos" };
    await keepEqual(queryRunner, "order_polls", ofPolls, [pair]);
    await queryRunner.query(
      "update order_polls set organization_ids_in_pos = organization_ids::text[]",
    );
    for (const table of SMALL) {
      const filled = Object.entries(COLUMNS[table] ?? {}).map(
        ([uuid, text]) => `${text} = ${uuid}::text`,
      );
      await queryRunner.query(`update ${table} set ${filled.join()}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop function both_ids_of_order_polls() cascade");
    await queryRunner.query("alter table order_polls drop organization_ids_in_pos");
    for (const [table, columns] of Object.entries(COLUMNS)) {
      await queryRunner.query(`drop function both_ids_of_${table}() cascade`);
      const dropped = Object.values(columns).map((column) => `drop ${column}`);
      await queryRunner.query(`alter table ${table} ${dropped.join()}`);
    }
  }
}

/** What a row has of one id, before it is written. Of two that differ, the text is meant. */
function pairOfOne([uuid, text]: [string, string]): string {
  const asUuid = `case when new.${text} ~ ${UUID} then new.${text}::uuid end`;
  return pairOf(uuid, text, asUuid, "text");
}

/** Entry by entry: PostgreSQL would otherwise read all of a list before it knows what it is. */
function pairOfMany(uuid: string, text: string): string {
  const asUuids = `(
    select case when bool_and(id ~ ${UUID}) then array_agg(case when id ~ ${UUID} then id::uuid end order by place) end
    from unnest(new.${text}) with ordinality as given (id, place))`;
  return pairOf(uuid, text, asUuids, "text[]");
}

function pairOf(uuid: string, text: string, asUuid: string, type: string): string {
  return `
    if tg_op = 'INSERT' then
      new.${text} := coalesce(new.${text}, new.${uuid}::${type});
      new.${uuid} := ${asUuid};
    elsif new.${text} is distinct from old.${text} then
      new.${uuid} := ${asUuid};
    elsif new.${uuid} is distinct from old.${uuid} then
      new.${text} := new.${uuid}::${type};
    end if;`;
}

async function keepEqual(
  queryRunner: QueryRunner,
  table: string,
  columns: Readonly<Record<string, string>>,
  pairs: readonly string[],
): Promise<void> {
  await queryRunner.query(`
    create function both_ids_of_${table}() returns trigger language plpgsql as $$
    begin${pairs.join("")}
      return new;
    end $$`);
  const written = Object.entries(columns).flat().join();
  await queryRunner.query(`
    create trigger ${table}_both_ids before insert or update of ${written} on ${table}
    for each row execute function both_ids_of_${table}()`);
}
