import {
  CatalogueWorkKind,
  CatalogueWorkStep,
} from "../../src/entities/catalogue/catalogue-work-row";
import { duringWork } from "../../src/services/catalogue/work/during-work";
import { FindCatalogueWorks } from "../../src/services/catalogue/work/find-catalogue-works";
import { aPosCategory, aPosItem, aPosSize } from "../support/a-pos-menu";
import { CatalogueFixture } from "../support/catalogue-fixture";
import { eventually } from "../support/eventually";

const MANY = 1_500;
const OFTEN_MS = 5;

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

const menuAt = (price: number) =>
  aPosCategory({
    items: Array.from({ length: MANY }, (_, index) =>
      aPosItem({
        article: String(10_000 + index),
        posProductId: `pos-${index}`,
        sizes: [aPosSize({ price })],
      }),
    ),
  });

async function worksOf(branchId: string) {
  const found = await new FindCatalogueWorks(fixture.db).execute(branchId);
  return found.map(({ row, state }) => [row.kind, state, row.step, row.done, row.total]);
}

async function aBranch(): Promise<string> {
  return (await fixture.branchWith(aPosCategory({ items: [aPosItem()] }))).branchId;
}

describe("Long work on a catalogue", () => {
  it("shows others how many products a plan has written, before it is committed", async () => {
    const place = await fixture.branchWith(menuAt(40_000));
    await fixture.importAll(place, ...menuAt(0).items.map(({ article }) => String(article)));
    await fixture.refresh(place.branchId, menuAt(44_000));
    const wanted = { branchId: place.branchId, articles: null };
    const plan = await fixture.syncPrices.execute(Object.assign(wanted, { dryRun: true }));
    const holder = fixture.db.createQueryRunner();
    await holder.startTransaction();
    await holder.query(
      `select from product_sizes size, catalog_plan_changes change
       where change.plan_id = $1 and change.position = 1200
         and size.id = (change.target -> 'sizes' -> 0 ->> 'id')::uuid for update of size`,
      [plan.id],
    );
    const applied = fixture.applyPlan.execute(plan.id, "held");
    const works = () => worksOf(place.branchId);
    await eventually(async () => (await works()).some((work) => work[3] === 1_000));
    expect((await works())[0]).toEqual(["APPLY", "RUNNING", "WRITING", 1_000, MANY]);
    await holder.rollbackTransaction();
    await holder.release();
    await applied;
    expect((await works())[0]).toEqual(["APPLY", "DONE", "WRITING", MANY, MANY]);
  });

  it("is recorded when it fails, together with how far it got", async () => {
    const branchId = await aBranch();
    const work = duringWork(
      fixture.db,
      { branchId, kind: CatalogueWorkKind.PLAN },
      async (tell) => {
        tell(CatalogueWorkStep.COMPARING, 3, 7);
        await eventually(async () => (await worksOf(branchId)).length > 0);
        throw new Error("no more");
      },
      OFTEN_MS,
    );
    await expect(work).rejects.toThrow("no more");
    expect(await worksOf(branchId)).toEqual([["PLAN", "FAILED", "COMPARING", 3, 7]]);
  });

  it("counts as interrupted once its process goes silent", async () => {
    const branchId = await aBranch();
    await duringWork(
      fixture.db,
      { branchId, kind: CatalogueWorkKind.REFRESH },
      () => eventually(async () => (await worksOf(branchId)).length > 0),
      OFTEN_MS,
    );
    const silent = (seconds: number) =>
      fixture.db.query(
        "update catalogue_works set ended_at = null, told_at = now() - make_interval(secs => $2) where branch_id = $1",
        [branchId, seconds],
      );
    await silent(5);
    expect((await worksOf(branchId))[0]?.[1]).toBe("RUNNING");
    await silent(20);
    expect((await worksOf(branchId))[0]?.[1]).toBe("INTERRUPTED");
  });

  it("keeps its starting time, however often its progress is recorded", async () => {
    const branchId = await aBranch();
    const work = { branchId, kind: CatalogueWorkKind.REFRESH };
    const beginnings = new Set<number>();
    const notes = new Set<number>();
    const look = async () => {
      const [found] = await new FindCatalogueWorks(fixture.db).execute(branchId);
      if (!found) return false;
      beginnings.add(found.row.begunAt.getTime());
      notes.add(found.row.toldAt.getTime());
      return notes.size > 5;
    };
    await duringWork(fixture.db, work, () => eventually(look), OFTEN_MS);
    expect(beginnings.size).toBe(1);
  });

  it("leaves nothing behind when it is over immediately", async () => {
    const branchId = await aBranch();
    const work = { branchId, kind: CatalogueWorkKind.PLAN };
    expect(await duringWork(fixture.db, work, () => Promise.resolve("done"))).toBe("done");
    expect(await worksOf(branchId)).toEqual([]);
  });

  it("continues when its progress cannot be recorded", async () => {
    const work = {
      branchId: "00000000-0000-4000-8000-000000000000",
      kind: CatalogueWorkKind.APPLY,
    };
    const noted = fixture.statements.length;
    const isNoted = () =>
      Promise.resolve(fixture.statements.slice(noted).some((s) => s.includes("catalogue_works")));
    const act = () => eventually(isNoted);
    expect(await duringWork(fixture.db, work, act, OFTEN_MS)).toBe(true);
  });
});
