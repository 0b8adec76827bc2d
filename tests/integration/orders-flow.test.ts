import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const operatorOf = (branchIds: string[] | null): Viewer => ({
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds,
});

describe("the flow of a branch's orders", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let start: number;

  const turn = (seconds: number) => fixture.clock.turnTo(new Date(start + seconds * 1000));
  const place = (idempotencyKey: string) =>
    fixture.useCases.createOrder.execute(aNewOrder(branchId, { idempotencyKey }));

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({ fallback: [] });
    start = Math.ceil(fixture.clock.now().getTime() / 60_000) * 60_000;
  });

  afterAll(() => fixture.stop());

  it("shows for each minute how many orders were taken, how many reached the POS, and the median time", async () => {
    turn(0);
    await place("first");
    turn(10);
    await place("second");
    turn(30);
    await fixture.pass();
    turn(70);
    fixture.pos.nextSubmissions.push(REFUSAL);
    await place("third");
    await fixture.pass();

    const flow = await fixture.useCases.findOrderFlow.execute(operatorOf([branchId]), branchId, 3);
    expect(flow).toEqual([
      { minute: new Date(start - 60_000), accepted: 0, inPos: 0, secondsToPos: null },
      { minute: new Date(start), accepted: 2, inPos: 2, secondsToPos: 25 },
      { minute: new Date(start + 60_000), accepted: 1, inPos: 0, secondsToPos: null },
    ]);
  });

  it("shows nothing to a key of another branch, and nothing for a branch that does not exist", async () => {
    const { findOrderFlow } = fixture.useCases;
    expect(
      await findOrderFlow.execute(
        operatorOf(["3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11"]),
        branchId,
        3,
      ),
    ).toEqual([]);
    expect(await findOrderFlow.execute(operatorOf(null), "no-branch", 3)).toEqual([]);
  });
});
