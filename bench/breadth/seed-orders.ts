import { type DataSource } from "typeorm";

/** Orders are written without the indexes, which are then built in one go: four times as fast. */
const INDEXES = `
  select indexname as name, indexdef as statement from pg_indexes
  where tablename = 'orders' and schemaname = current_schema()
    and indexname not in (select conname from pg_constraint where conrelid = 'orders'::regclass)`;

/**
 * The history of a cell: nearly all orders are done with, and one in a hundred is left open by a
 * till that closes nothing. The newest order of each branch is `$3` seconds old.
 */
const HISTORY = `
  insert into orders (
    id, number, branch_id, idempotency_key, input_hash, fulfilment, customer_name, customer_phone, address,
    payment_method, currency_code, subtotal, total, status, status_changed_at, injection_state, id_in_pos,
    wanted_at, created_at
  )
  select gen_random_uuid(), 'H' || i, branches.ids[1 + i % cardinality(branches.ids)], 'H' || i, 'seeded',
    case when i % 3 = 0 then 'PICKUP' else 'DELIVERY' end,
    (array['Анна', 'Борис', 'Вера', 'Глеб', 'Дина', 'Егор'])[1 + i % 6] || ' ' || i % 100000,
    '+7999' || lpad((i::bigint * 7919 % 10000000)::text, 7, '0'), '{}', 'CASH', 'RUB', 100000, 100000,
    case when i % 100 = 37 then 'COOKING' when i % 40 = 7 then 'CANCELLED' else 'CLOSED' end,
    now() - i * interval '31 seconds', case when i % 101 = 59 then 'ENTERED_BY_HAND' else 'IN_POS' end,
    gen_random_uuid()::text, null, now() - i * interval '31 seconds'
  from generate_series($1::int, $2::int) i,
    (select array_agg(id order by created_at, id) as ids from branches) branches`;

const BRANCHES = `
  insert into branches (id, name, time_zone, created_at)
  select gen_random_uuid(), 'Кафе ' || i, 'Europe/Moscow', now() - interval '2 years' + i * interval '1 minute'
  from generate_series(1, $1::int) i`;

/** Creates this many branches, each with settings that connect it to nothing. */
export async function seedPlaces(db: DataSource, count: number): Promise<string[]> {
  await db.query(BRANCHES, [count]);
  await db.query("insert into branch_settings (branch_id) select id from branches");
  const rows = await db.query<{ id: string }[]>("select id from branches order by created_at, id");
  return rows.map(({ id }) => id);
}

/** Adds the orders `from` to `to`, counted back in time and spread evenly over all branches. */
export async function seedHistory(db: DataSource, from: number, to: number): Promise<void> {
  const indexes = await db.query<{ name: string; statement: string }[]>(INDEXES);
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  for (let first = from; first <= to; first += AT_ONCE)
    await db.query(HISTORY, [first, Math.min(to, first + AT_ONCE - 1)]);
  for (const { statement } of indexes) await db.query(statement);
  await db.query("vacuum analyze orders");
}

const AT_ONCE = 20_000;
