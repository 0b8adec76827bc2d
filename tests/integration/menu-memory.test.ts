import { type DataSource } from "typeorm";

import { seedBranches } from "../../bench/breadth/seed-branches";
import { createDataSource } from "../../ormconfig";
import { type MenuSnapshot } from "../../src/domain/catalogue/menu-snapshot";
import { systemClock } from "../../src/ports/clock";
import { announceCatalogue } from "../../src/services/catalogue/announce-catalogue";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuDemand } from "../../src/services/catalogue/menu/menu-demand";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { readMenuSnapshot } from "../../src/services/catalogue/menu/read-menu-snapshot";
import { ShownMenus } from "../../src/services/catalogue/menu/shown-menus";
import { WarmMenus } from "../../src/services/catalogue/menu/warm-menus";
import { StopLists } from "../../src/services/catalogue/stop-lists/stop-lists";
import { AvailabilityStream } from "../../src/subscriptions/availability-stream";
import { eventually } from "../support/eventually";
import { InMemoryEventFeed } from "../support/in-memory-event-feed";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** There is room for three unpacked menus. */
const BYTES = 3 * 2 ** 20;
const BRANCHES = 24;

/** What belongs to one process alone. */
class Process {
  readonly feed = new InMemoryEventFeed();
  readonly memory = new MenuMemory(BYTES);
  readonly snapshots: MenuSnapshots;
  readonly menus: ShownMenus;

  constructor(db: DataSource) {
    this.snapshots = new MenuSnapshots(db, this.feed, this.memory);
    const stopLists = new StopLists(db, this.feed, this.memory);
    this.menus = new ShownMenus(this.snapshots, stopLists, systemClock);
  }

  get bytes(): number {
    return this.memory.bytesOf("warm") + this.memory.bytesOf("cold");
  }
}

let database: TestDatabase;
let db: DataSource;
/** The first half sell the same, as a chain does; each of the others has a menu of its own. */
let ids: string[];
let here: Process;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await createDataSource(database.url).initialize();
  await seedBranches(db, BRANCHES);
  const rows = await db.query<{ id: string }[]>(
    "select id from branches order by substring(name from '\\d+')::int",
  );
  ids = rows.map(({ id }) => id);
});
beforeEach(async () => {
  here = new Process(db);
  here.menus.start();
  for (const _ of ["read", "packed"]) await readAll();
});
afterEach(() => here.menus.close());
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function readAll(): Promise<void> {
  for (const id of ids) await here.menus.get(id);
}

/** A branch whose menu has made room for others, and stays packed. */
async function aColdBranch(): Promise<string> {
  const id = ids[ids.length - 1] as string;
  for (const other of ids.slice(0, 10)) await here.menus.get(other);
  expect(here.menus.catalogues.map(({ branchId }) => branchId)).not.toContain(id);
  return id;
}

async function changePrices(branchId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      `update product_sizes set price = price + 100
       where product_id in (select id from products where branch_id = $1)`,
      [branchId],
    );
    await announceCatalogue(tx, here.feed, branchId);
  });
}

async function stop(branchId: string, posProductId: string): Promise<void> {
  const entry = { posProductId, posSizeId: null, balance: 0, since: null };
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into stop_lists (branch_id, revision, groups, read_at, due_at) values ($1, 1, $2, now(), now())
       on conflict (branch_id) do update set revision = stop_lists.revision + 1, groups = excluded.groups`,
      [branchId, JSON.stringify([{ terminalGroupId: "group", entries: [entry] }])],
    );
    await here.feed.announce(tx, `availability:${branchId}`);
  });
}

const withoutAge = ({ asOf: _, ...catalogue }: MenuSnapshot) => catalogue;

const firstProductOf = ({ sections }: MenuSnapshot) => sections[0]!.products[0]!;

describe("Menus that exceed the available memory", () => {
  it("are shown as the database has them, and stay within the available memory", async () => {
    for (const round of [1, 7])
      for (let place = 0; place < ids.length; place++) {
        const id = ids[(place * round) % ids.length] as string;
        const shown = await here.menus.get(id);
        const stored = await readMenuSnapshot(db, id);
        expect(withoutAge(shown!.catalogue)).toEqual(withoutAge(stored!));
        expect(here.bytes).toBeLessThanOrEqual(BYTES);
      }
    expect(here.snapshots.uses.thaws).toBeGreaterThan(ids.length);
  });

  it("are read from the database once, and only unpacked afterwards", async () => {
    const { reads } = here.snapshots.uses;
    await readAll();
    expect(here.snapshots.uses.reads).toBe(reads);
  });

  it("are frozen when they are unpacked", async () => {
    const { catalogue } = (await here.menus.get(await aColdBranch()))!;
    const products = [...catalogue.productByArticle.values()];
    const product = products.find(({ optionGroups }) => optionGroups.length > 0)!;
    const [size, group] = [product.sizes[0], product.optionGroups[0]!];
    for (const part of [catalogue, catalogue.sections, product, size, group, group.options[0]])
      expect(Object.isFrozen(part)).toBe(part !== undefined);
  });

  it("are unpacked once for all simultaneous requests", async () => {
    const id = await aColdBranch();
    const { thaws } = here.snapshots.uses;
    const asked = await Promise.all(Array.from({ length: 20 }, () => here.snapshots.get(id)));
    expect(here.snapshots.uses.thaws).toBe(thaws + 1);
    expect(new Set(asked).size).toBe(1);
  });

  it("are stored once for branches that sell the same", async () => {
    const [one, other] = [await here.menus.get(ids[0]!), await here.menus.get(ids[1]!)];
    const alone = await here.menus.get(ids[ids.length - 1]!);
    const urlsOf = (shown: typeof one) => firstProductOf(shown!.catalogue).imageUrls;
    expect(urlsOf(one)).toBe(urlsOf(other));
    expect(urlsOf(alone)).not.toBe(urlsOf(other));
    expect(firstProductOf(one!.catalogue).id).not.toBe(firstProductOf(other!.catalogue).id);
  });

  it("keep what a shared answer needs while they are packed", async () => {
    const id = await aColdBranch();
    const revision = here.menus.revisionOf(id);
    await here.menus.get(id);
    expect(revision).toBe(here.menus.revisionOf(id));
    expect(revision).toContain(id);
  });
});

describe("A cold menu", () => {
  it("shows a price that another process has just changed, never the old one", async () => {
    const id = await aColdBranch();
    const priceOf = async () =>
      firstProductOf((await here.menus.get(id))!.catalogue).sizes[0]!.price!;
    const before = firstProductOf((await readMenuSnapshot(db, id))!).sizes[0]!.price!;
    await changePrices(id);
    expect(here.menus.revisionOf(id)).toBeUndefined();
    expect(await priceOf()).toBe(before + 100);
  });

  it("shows what its till has run out of in the meantime", async () => {
    const id = await aColdBranch();
    const { posProductId } = firstProductOf((await readMenuSnapshot(db, id))!);
    await stop(id, posProductId);
    const limit = async () => (await here.menus.get(id))!.stopList.ofProduct(posProductId);
    await eventually(async () => (await limit())?.balance === 0);
  });

  it("notifies its subscribers of what it runs out of, and holds nothing of the menu for them", async () => {
    const id = ids[ids.length - 1]!;
    const stream = (await AvailabilityStream.open(here.menus, { kind: "anonymous" }, id))!;
    const [, product] = (await readMenuSnapshot(db, await aColdBranch()))!.sections[0]!.products;
    await stop(id, product!.posProductId);
    const told: unknown[] = [];
    // What was sold out before is available again, which is reported as well.
    while (!told.includes(product!.article)) told.push((await stream.next()).value?.article);
    await aColdBranch();
    await stream.return();
  });

  it("stays in service as it was while it cannot be reread, and is replaced when it can", async () => {
    const id = await aColdBranch();
    const { revision } = (await readMenuSnapshot(db, id))!;
    await db.query("alter table product_sizes rename to product_sizes_away");
    await db.query("update branches set catalogue_version = catalogue_version + 1 where id = $1", [
      id,
    ]);
    here.feed.gap();
    expect((await here.menus.get(id))!.catalogue.revision).toBe(revision);
    await db.query("alter table product_sizes_away rename to product_sizes");
    here.feed.gap();
    expect((await here.snapshots.get(id, revision + 1))!.revision).toBe(revision + 1);
  });

  it("is reread for a caller who knows of a newer one", async () => {
    const id = await aColdBranch();
    const { revision } = (await readMenuSnapshot(db, id))!;
    await db.query("update branches set catalogue_version = $2 where id = $1", [id, revision + 9]);
    expect((await here.menus.get(id, revision + 9))!.catalogue.revision).toBe(revision + 9);
  });
});

it("A starting process first reads the menus that guests viewed last, and no more than there is room for", async () => {
  const [latest, before] = [ids[20]!, ids[15]!];
  const demand = new MenuDemand(db);
  await demand.record([before]);
  await demand.record([latest]);
  expect((await demand.latest()).slice(0, 2)).toEqual([latest, before]);
  const started = new Process(db);
  const { memory, menus } = started;
  const warmMenus = new WarmMenus({ demand, memory, shownMenus: menus });
  warmMenus.start();
  await eventually(() => memory.isFilling);
  await warmMenus.stop();
  const read = menus.catalogues.map(({ branchId }) => branchId);
  expect(read).toEqual(expect.arrayContaining([latest, before]));
  expect(started.bytes).toBeLessThanOrEqual(BYTES);
});
