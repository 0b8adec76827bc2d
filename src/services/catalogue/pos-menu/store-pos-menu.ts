import { type DataSource, type EntityManager } from "typeorm";

import {
  lostCount,
  type MenuDrift,
  menuDrift,
  NO_DRIFT,
} from "../../../domain/catalogue/menu-drift";
import { type PackedPosMenu, type PosMenuProduct } from "../../../domain/catalogue/pos-menu";
import { type HeldBackMenu } from "../../../entities/catalogue/pos-menu-row";
import { type EventFeed } from "../../../ports/event-feed";
import { longTransaction } from "../../../postgres/long-transaction";

interface Arrival {
  readonly branchId: string;
  readonly menu: PackedPosMenu;
  /** Accept the menu even though it lost more than half of its products. */
  readonly acceptShrunken: boolean;
  readonly now: Date;
}

interface Known {
  readonly content_hash: string;
  readonly drift: MenuDrift;
  readonly held_back: HeldBackMenu | null;
  /** null: the content is the same, so the products are not needed. */
  readonly products: readonly PosMenuProduct[] | null;
}

/** The outcome for a menu: stored, or why it was not. */
export type StoreOutcome =
  "STORED" | "EMPTY" | { readonly lostCount: number; readonly knownCount: number };

/**
 * Replaces the branch's last menu, unless too much would be lost, and announces its age. One
 * transaction.
 */
export function storePosMenu(
  db: DataSource,
  feed: EventFeed,
  arrival: Arrival,
): Promise<StoreOutcome> {
  return longTransaction(db, async (tx) => {
    const outcome = await store(tx, arrival);
    await feed.announce(tx, `availability:${arrival.branchId}`);
    return outcome;
  });
}

async function store(tx: EntityManager, arrival: Arrival): Promise<StoreOutcome> {
  const { branchId, menu, acceptShrunken, now } = arrival;
  const [known] = await tx.query<Known[]>(
    `select content_hash, drift, held_back, case when content_hash <> $2 then products end as products
     from pos_menus where branch_id = $1 for no key update`,
    [branchId, menu.contentHash],
  );
  if (known?.products === null) {
    await confirm(tx, arrival);
    return "STORED";
  }
  const before = known?.products ?? [];
  const lost = lostCount(before, menu.products);
  if (known && menu.products.length === 0) return "EMPTY";
  if (known && lost * 2 > before.length && !acceptShrunken) {
    await holdBack(tx, arrival, lost, known.held_back);
    return { lostCount: lost, knownCount: before.length };
  }
  await replace(tx, arrival, menuDrift(before, menu.products, known?.drift ?? NO_DRIFT, now));
  return "STORED";
}

/**
 * The content equals what is stored; how it is judged may have changed with the gateway's version.
 */
async function confirm(tx: EntityManager, { branchId, menu, now }: Arrival): Promise<void> {
  await tx.query(
    `update pos_menus set source = $2, revision = $3, refreshed_at = $4, products = $5, issues = $6,
       sale_hours = $7, weighed = $8, held_back = null, failing_since = null, last_error = null
     where branch_id = $1`,
    [
      branchId,
      menu.source,
      menu.revision,
      now,
      JSON.stringify(menu.products),
      JSON.stringify(menu.issues),
      menu.saleHours,
      JSON.stringify(menu.weighed),
    ],
  );
  await tx.query("delete from pos_menu_bodies where branch_id = $1 and held_back", [branchId]);
}

async function holdBack(
  tx: EntityManager,
  arrival: Arrival,
  lost: number,
  earlier: HeldBackMenu | null,
) {
  const { branchId, menu, now } = arrival;
  const { source, contentHash, products } = menu;
  const since = earlier?.contentHash === contentHash ? earlier.since : now.toISOString();
  const heldBack: HeldBackMenu = {
    source,
    contentHash,
    productCount: products.length,
    lostCount: lost,
    since,
  };
  await tx.query(
    "update pos_menus set held_back = $2, failing_since = null, last_error = null where branch_id = $1",
    [branchId, heldBack],
  );
  await keepBody(tx, arrival, true);
}

async function replace(tx: EntityManager, arrival: Arrival, drift: MenuDrift): Promise<void> {
  const { branchId, menu, now } = arrival;
  const { source, revision, contentHash, categoriesJson, products, issues, saleHours, weighed } =
    menu;
  await tx.query(
    `insert into pos_menus
       (branch_id, source, revision, content_hash, categories, products, issues, drift, refreshed_at,
        sale_hours, weighed)
     values ($1, $2, $3, $4, convert_from($5, 'UTF8')::jsonb, $6, $7, $8, $9, $10, $11)
     on conflict (branch_id) do update set source = excluded.source, revision = excluded.revision,
       content_hash = excluded.content_hash, categories = excluded.categories, products = excluded.products,
       issues = excluded.issues, drift = excluded.drift, refreshed_at = excluded.refreshed_at,
       sale_hours = excluded.sale_hours, weighed = excluded.weighed,
       held_back = null, failing_since = null, last_error = null`,
    [
      branchId,
      source,
      revision,
      contentHash,
      asBuffer(categoriesJson),
      JSON.stringify(products),
      JSON.stringify(issues),
      drift,
      now,
      saleHours,
      JSON.stringify(weighed),
    ],
  );
  await tx.query("delete from pos_menu_bodies where branch_id = $1 and held_back", [branchId]);
  await keepBody(tx, arrival, false);
}

async function keepBody(
  tx: EntityManager,
  { branchId, menu, now }: Arrival,
  heldBack: boolean,
): Promise<void> {
  await tx.query(
    `insert into pos_menu_bodies (branch_id, held_back, body_gzip, received_at) values ($1, $2, $3, $4)
     on conflict (branch_id, held_back) do update set body_gzip = excluded.body_gzip, received_at = excluded.received_at`,
    [branchId, heldBack, asBuffer(menu.rawBody), now],
  );
}

/** Uses the same memory, because copying megabytes would be pointless. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
