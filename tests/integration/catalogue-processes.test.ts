import { type DataSource } from "typeorm";

import { BRANCH_ID, seedMenu } from "../../bench/menu/seed-menu";
import { createDataSource } from "../../ormconfig";
import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { systemClock } from "../../src/ports/clock";
import { CreateSection } from "../../src/services/catalogue/create-section";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuDemand } from "../../src/services/catalogue/menu/menu-demand";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { ShownMenus } from "../../src/services/catalogue/menu/shown-menus";
import { WarmMenus } from "../../src/services/catalogue/menu/warm-menus";
import { StopLists } from "../../src/services/catalogue/stop-lists/stop-lists";
import { eventually } from "../support/eventually";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** What belongs to one process alone. */
interface Process {
  readonly db: DataSource;
  readonly feed: PostgresEventFeed;
  readonly snapshots: ShownMenus;
}

let database: TestDatabase;
let processes: Process[];

beforeAll(async () => {
  database = await createTestDatabase();
  processes = await Promise.all([startProcess(), startProcess()]);
  await seedMenu(processes[0]!.db, 1_000);
});
afterAll(async () => {
  for (const { db, feed, snapshots } of processes) {
    await snapshots.close();
    await feed.close();
    await db.destroy();
  }
  await database.drop();
});

async function startProcess(): Promise<Process> {
  const db = await createDataSource(database.url).initialize();
  const feed = new PostgresEventFeed(database.url, () => undefined);
  await feed.start();
  const { snapshots } = menusOf(db, feed);
  snapshots.start();
  return { db, feed, snapshots };
}

function menusOf(db: DataSource, feed: PostgresEventFeed) {
  const memory = MenuMemory.ofMegabytes(64);
  const snapshots = new ShownMenus(
    new MenuSnapshots(db, feed, memory),
    new StopLists(db, feed, memory),
    systemClock,
  );
  return { memory, snapshots };
}

it("A process has every menu in memory before anyone asks for one", async () => {
  const { db, feed } = processes[1]!;
  const { memory, snapshots } = menusOf(db, feed);
  const warmMenus = new WarmMenus({ demand: new MenuDemand(db), memory, shownMenus: snapshots });
  warmMenus.start();
  await eventually(() => snapshots.revisionOf(BRANCH_ID));
  await warmMenus.stop();
});

it("A change to a menu of 1,000 products in one process is seen by another", async () => {
  const [here, there] = processes as [Process, Process];
  await there.snapshots.get(BRANCH_ID);
  const before = there.snapshots.revisionOf(BRANCH_ID);
  const { catalogueVersion } = await new CreateSection(here.db, here.feed).execute({
    branchId: BRANCH_ID,
    name: "Новинки",
    position: null,
  });
  await eventually(
    async () => (await there.snapshots.get(BRANCH_ID))!.catalogue.revision >= catalogueVersion,
  );
  expect(there.snapshots.revisionOf(BRANCH_ID)).not.toBe(before);
});
