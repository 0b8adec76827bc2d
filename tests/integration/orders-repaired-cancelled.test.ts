import { Scope } from "../../src/domain/access/viewer";
import { PosRejected, RefusalKind } from "../../src/errors";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";
import { repairOnce } from "../support/repair-once";

const RETRY = new PosRejected("The till is off", {
  posCode: "TerminalGroupDisabled",
  kind: RefusalKind.RETRY,
});
const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };
const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;

describe("after every job of a cancelled order is gone, one search for lost work", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const state = async (id: string) => (await fixture.order(id)).injectionState;

  async function lostIn(expected: string, script?: Error | "lost" | "pending"): Promise<string> {
    if (script !== undefined) fixture.pos.nextSubmissions.push(script);
    const id = await fixture.taken({}, PATIENT);
    if (script !== undefined) await fixture.useCases.sendOrder.execute({ orderId: id });
    expect(await state(id)).toBe(expected);
    await fixture.loseJobs();
    return id;
  }

  it("cancels in the POS what was to be cancelled there", async () => {
    const id = await fixture.taken();
    await fixture.pass();
    await fixture.useCases.cancelOrder.execute(OPERATOR, {
      id,
      reason: "Гость передумал",
      idempotencyKey: null,
    });
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "cancel-order": 1 });
    await fixture.pass(60);
    expect((await fixture.order(id)).status).toBe("CANCELLED");
    expect(fixture.pos.cancelled).toHaveLength(1);
    expect(await repairOnce(fixture)).toEqual({});
  });

  it("finds in the POS what was cancelled while nobody knew whether it was there, and cancels it there", async () => {
    const id = await lostIn("RETRY_SCHEDULED", RETRY);
    await fixture.useCases.cancelOrder.execute(OPERATOR, {
      id,
      reason: "Гость передумал",
      idempotencyKey: null,
    });
    await fixture.loseJobs();
    const { posOrderId, branchId } = await fixture.order(id);
    expect(await repairOnce(fixture)).toEqual({ "confirm-submission": 1 });
    const { organizationId } = (
      await fixture.db.query<[{ organizationId: string }]>(
        `select organization_id_in_pos as "organizationId" from branch_settings where branch_id = $1`,
        [branchId],
      )
    )[0];
    fixture.pos.orders.set(
      posOrderId,
      aPosOrderUpdate({ posOrderId, organizationId, creation: "created" }),
    );
    await fixture.pass(60);
    expect(fixture.pos.cancelled).toEqual([posOrderId]);
  });
});
