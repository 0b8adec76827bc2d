import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Many rows, by the column that they are gone through by, and what is filled. */
const TABLES = [
  { table: "pos_orders", key: "pos_order_id", needed: "id_in_pos" },
  { table: "orders", key: "id", needed: "id_in_pos" },
  { table: "bonus_reservations", key: "order_id", needed: "wallet_id_in_pos" },
] as const;

const FILL: Readonly<Record<string, string>> = {
  pos_orders:
    "id_in_pos = pos_order_id::text, organization_id_in_pos = coalesce(organization_id_in_pos, organization_id::text)",
  orders: "id_in_pos = pos_order_id::text",
  bonus_reservations:
    "wallet_id_in_pos = wallet_id::text, customer_id_in_pos = pos_customer_id::text",
};

/** Each stands in place of one that the release before uses. */
const INDEXES: Readonly<Record<string, string>> = {
  pos_orders_in_pos: "unique index NAME on pos_orders (id_in_pos)",
  // Of the primary key, which the next migration takes from it: the release before looks by it.
  pos_orders_uuid: "unique index NAME on pos_orders (pos_order_id)",
  bonus_reservations_wallet_in_pos:
    "index NAME on bonus_reservations (wallet_id_in_pos, phone)",
  bonus_reservations_unreturned: `index NAME on bonus_reservations (order_id)
    where state = 'RELEASED' and customer_id_in_pos is not null and given_back_at is null`,
};

const ROWS = 5_000;
/** Until those that somebody was at work on are tried again. */
const PAUSE_SECONDS = 0.1;

/**
 * Fills the ids of orders, a few thousand rows at a time: no lock is held for longer than that takes,
 * and a row that somebody is at work on is come back to. What broke off goes on where it was.
 */
export class FilledPosIds1764000000165 implements MigrationInterface {
  name = "FilledPosIds1764000000165";
  transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const { table, key, needed } of TABLES) {
      const isMissing = `select from ${table} where ${needed} is null`;
      while (await exists(queryRunner, isMissing)) {
        await fill(queryRunner, table, key, needed);
        await queryRunner.query(`select pg_sleep(${PAUSE_SECONDS})`);
      }
      const name = `${table}_${needed}_known`;
      await queryRunner.query(`alter table ${table} drop constraint if exists ${name}`);
      const check = `check (${needed} is not null) not valid`;
      await queryRunner.query(`alter table ${table} add constraint ${name} ${check}`);
      await queryRunner.query(`alter table ${table} validate constraint ${name}`);
    }
    // It waits for others' transactions to end, and nobody waits for it meanwhile.
    await queryRunner.query("set lock_timeout = '15min'");
    for (const [name, index] of Object.entries(INDEXES)) {
      await queryRunner.query(`drop index concurrently if exists ${name}`);
      const statement = index.replace("NAME", name).replace("index ", "index concurrently ");
      await queryRunner.query(`create ${statement}`);
    }
    await queryRunner.query("reset lock_timeout");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop index ${Object.keys(INDEXES).join()}`);
    for (const { table, needed } of TABLES)
      await queryRunner.query(`alter table ${table} drop constraint ${table}_${needed}_known`);
  }
}

/** Once through the table. */
async function fill(
  queryRunner: QueryRunner,
  table: string,
  key: string,
  needed: string,
): Promise<void> {
  let after: string | null = "00000000-0000-0000-0000-000000000000";
  while (after !== null) {
    const found = (await queryRunner.query(
      `with part as (
         select ${key} from ${table} where ${key} >= $1 and ${needed} is null order by ${key} limit ${ROWS}
       ), free (named) as (
         select ${key} from ${table} where ${key} in (select ${key} from part) for no key update skip locked
       ), filled as (
         update ${table} set ${FILL[table]} from free where ${key} = named
       )
       select ${key} as last from part order by ${key} desc offset 0 limit 1`,
      [after],
    )) as { last: string }[];
    const last: string | undefined = found[0]?.last;
    after = last === undefined || last === after ? null : last;
  }
}

async function exists(queryRunner: QueryRunner, select: string): Promise<boolean> {
  const [row] = (await queryRunner.query(`select exists (${select}) as found`)) as [
    { found: boolean },
  ];
  return row.found;
}
