import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { PosRejected, RefusalKind } from "../../src/errors";
import {
  MOST_URGENT_FIRST,
  urgentPage,
  WAITING_FOR_PEOPLE,
} from "../../src/resolvers/orders/order-page";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const ADMIN: Viewer = { kind: "key", keyId: "a", label: "a", scope: Scope.ADMIN, branchIds: null };

describe("Orders that wait for a person", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let dead: string;
  let told: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({ injection: { retryDelaysSeconds: [] }, fallback: [] });
    dead = await refused();
    await fixture.saveSettings(branchId, {
      fallback: [{ kind: "EMAIL", target: "kitchen@test.example", enabled: true }] as never,
    });
    told = await refused();
    for (let count = 0; count < 12; count++) await taken();
    // Many orders that the staff were notified of later than of the one that neither the till nor
    // the staff have.
    for (let count = 0; count < 4; count++) await refused();
    await taken();
  });

  afterAll(() => fixture.stop());

  async function taken(): Promise<string> {
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 1000));
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order.id;
  }

  async function refused(): Promise<string> {
    fixture.pos.nextSubmissions.push(REFUSAL);
    return taken();
  }

  const state = async (id: string) => (await fixture.order(id)).injectionState;
  const filter = () => ({ branchIds: [branchId] });
  const page = (
    first: number,
    urgencies = MOST_URGENT_FIRST,
    after: string | null = null,
    viewer = ADMIN,
  ) => urgentPage(fixture.useCases.findOrders, viewer, filter(), urgencies, { first, after });

  it("are at the top of the list, those that nobody has first, however many newer orders there are", async () => {
    expect([await state(dead), await state(told)]).toEqual(["DEAD_LETTERED", "FALLBACK_SENT"]);
    const { nodes } = await page(3);
    expect(nodes[0]?.id).toBe(dead);
    expect(nodes.slice(1).map(({ injectionState }) => injectionState)).toEqual([
      "FALLBACK_SENT",
      "FALLBACK_SENT",
    ]);
  });

  it("are all found page by page, each once, followed by the others, newest first", async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(
        4,
        MOST_URGENT_FIRST,
        after,
      );
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    const all = await fixture.useCases.findOrders.execute(ADMIN, filter(), 100, null);
    expect(found).toHaveLength(all.length);
    expect(new Set(found).size).toBe(all.length);
    expect(found.indexOf(told)).toBe(5);
    const rest = all
      .filter(({ injectionState }) => injectionState === InjectionState.IN_POS)
      .map(({ id }) => id);
    expect(found.slice(6)).toEqual(rest);
  });

  it("are counted together with the others, and on their own", async () => {
    expect(await (await page(1)).count()).toBe(19);
    const waiting = await page(1, WAITING_FOR_PEOPLE);
    expect(await waiting.count()).toBe(6);
    expect(waiting.nodes.map(({ id }) => id)).toEqual([dead]);
  });

  it("are shown to nobody else, and cursors of other lists are rejected", async () => {
    const elsewhere: Viewer = { ...ADMIN, scope: Scope.OPERATOR, branchIds: [dead] };
    expect((await page(10, MOST_URGENT_FIRST, null, elsewhere)).nodes).toEqual([]);
    for (const cursor of ["x", "9abc", "0", "0x"])
      await expect(page(1, MOST_URGENT_FIRST, cursor)).rejects.toThrow("not a cursor");
  });
});
