import { type DataSource } from "typeorm";

import { credentialOwner } from "../../src/entities/branches/branch-settings";
import { Keyring } from "../../src/security/keyring";

export const MASTER_KEY = "a-master-key-of-the-bench-for-credentials-0001";

const BRANCHES = `
  insert into branches (id, name, time_zone)
  select gen_random_uuid(), 'Кафе ' || i, 'Europe/Moscow' from generate_series(1, $1::int) i returning id`;

/** Each with a separate key and organization. */
const SETTINGS = `
  insert into branch_settings (branch_id, pos, organization_id_in_pos, credential_sealed, credential_masked, credential_kind)
  select its.id, 'IIKO', gen_random_uuid()::text, its.sealed, '•••1', 'API_LOGIN_V1'
  from unnest($1::uuid[], $2::text[]) its (id, sealed)`;

/** An order that the till is processing. */
const ORDERS = `
  insert into orders (
    id, number, branch_id, idempotency_key, input_hash, fulfilment, customer_name, customer_phone, address,
    payment_method, currency_code, subtotal, total, status, status_changed_at, injection_state, id_in_pos, created_at
  )
  select gen_random_uuid(), left(id::text, 18), id, id::text, 'seeded', 'PICKUP', 'Анна', '+79990000009', '{}',
    'CASH', 'RUB', 100000, 100000, 'COOKING', now(), 'IN_POS', gen_random_uuid()::text, now()
  from unnest($1::uuid[]) id`;

/** Menus and stop lists are not measured: none of them is due before tomorrow. */
const NOTHING_ELSE = [
  `insert into stop_lists (branch_id, due_at) select id, now() + interval '1 day' from unnest($1::uuid[]) id`,
  `insert into pos_menus (branch_id, source, content_hash, categories, refreshed_at)
   select id, 'NOMENCLATURE', 'seeded', '[]', now() + interval '1 day' from unnest($1::uuid[]) id`,
];

/** Creates this many branches, each with a key to a separate POS and one order under way. */
export async function seedKeys(db: DataSource, count: number): Promise<void> {
  const keyring = new Keyring([MASTER_KEY]);
  const branches = await db.query<{ id: string }[]>(BRANCHES, [count]);
  const ids = branches.map(({ id }) => id);
  const sealed = ids.map((id) => {
    const credential = { kind: "API_LOGIN_V1", apiLogin: `login-${id}` };
    return keyring.seal(JSON.stringify(credential), credentialOwner(id));
  });
  await db.query(SETTINGS, [ids, sealed]);
  for (const statement of [ORDERS, ...NOTHING_ELSE]) await db.query(statement, [ids]);
  await db.query("analyze");
}
