import { randomUUID } from "node:crypto";

import { Client } from "pg";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { posHoldIdFor } from "../../src/domain/ids";
import { eventually } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { customerToken } from "../support/running-gateway";
import { CREATE_PATH } from "../support/sandbox-control";
import { paymentType } from "../support/sandbox-session";
import { changeSettings } from "../support/set-up-branch";
import { type Storefront } from "../support/storefront";

const CANCEL_HOLD_PATH = "/api/1/loyalty/iiko/customer/wallet/cancel_hold";
const { phone } = demoRestaurant.guests[0]!;
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id number injection { state } } trackingToken userErrors { code message } }
}`;

/** Records every ending, so that a second one would show. */
const COUNT_ENDINGS = `
  create table endings (order_id uuid, state text);
  create function note_ending() returns trigger language plpgsql as
    $$ begin insert into endings values (new.order_id, new.state); return new; end $$;
  create trigger note_ending after update of state on bonus_reservations for each row execute function note_ending();`;

describe("points promised by a gateway that is killed", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let database: Client;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    const points = { bonusPaymentTypeId: paymentType("BONUS"), bonusWriteOffLimitPercent: 100 };
    await changeSettings(gateway.client, storefront.branchId, points);
    database = new Client({ connectionString: gateway.database.url });
    await database.connect();
    await database.query(COUNT_ENDINGS);
  });

  afterAll(async () => {
    await database?.end();
    await gateway?.stop();
  });

  async function order(): Promise<{ readonly id: string; readonly number: string }> {
    const guest = { name: "Анна", phone };
    const input = await storefront.input({
      idempotencyKey: randomUUID(),
      customer: guest,
      bonusToSpend: "50",
    });
    const answer = await gateway.client.ask<{
      createOrder: { order: { id: string; number: string } };
    }>(CREATE, { input }, await customerToken(phone));
    return answer.createOrder.order;
  }

  async function endingsOf(orderId: string): Promise<string[]> {
    const { rows } = await database.query<{ state: string }>(
      "select state from endings where order_id = $1",
      [orderId],
    );
    return rows.map(({ state }) => state);
  }

  async function killAndRevive(): Promise<void> {
    await gateway.kill();
    await gateway.revive();
  }

  it("are settled once, if it dies between the till's answer and its own", async () => {
    await gateway.sandbox.plan({ path: CREATE_PATH, fault: { kind: "hang", afterWork: true } });
    const { id, number } = await order();
    await eventually(async () => (await gateway.sandbox.inTill(number)).length === 1);
    await killAndRevive();
    await eventually(async () => (await endingsOf(id)).length > 0);
    await killAndRevive();
    expect(await gateway.sandbox.inTill(number)).toHaveLength(1);
    expect(await endingsOf(id)).toEqual(["SETTLED"]);
  });

  it("are released once, if it dies while the staff are being notified", async () => {
    await changeSettings(gateway.client, storefront.branchId, {
      injection: { retryDelaysSeconds: [] },
    });
    const refusal = {
      kind: "creation-error",
      code: "InvalidPhone",
      message: "Wrong phone",
    } as const;
    await gateway.sandbox.plan({ fault: refusal });
    const { id } = await order();
    await killAndRevive();
    await eventually(async () => (await endingsOf(id)).length > 0);
    await killAndRevive();
    expect(await endingsOf(id)).toEqual(["RELEASED"]);
  });

  describe("that iiko holds, too", () => {
    beforeAll(() => changeSettings(gateway.client, storefront.branchId, { holdBonuses: true }));
    afterEach(() => gateway.sandbox.clearFaults());

    const holdOf = async (orderId: string) =>
      (await gateway.sandbox.holds()).filter(
        ({ transactionId }) => transactionId === posHoldIdFor(orderId),
      );

    /** Every fault has taken effect. */
    const struck = () => eventually(async () => (await gateway.sandbox.planned()).length === 0);

    it("are held once and settled by the till, if it dies between the hold and the order", async () => {
      await gateway.sandbox.plan({ path: CREATE_PATH, fault: { kind: "hang" } });
      const { id, number } = await order();
      await struck();
      expect(await holdOf(id)).toMatchObject([{ sum: 50, state: "held" }]);
      await killAndRevive();
      await eventually(async () => (await gateway.sandbox.inTill(number)).length === 1);
      expect(await holdOf(id)).toMatchObject([{ sum: 50, state: "settled" }]);
      await eventually(async () => (await endingsOf(id)).length > 0);
      expect(await endingsOf(id)).toEqual(["SETTLED"]);
    });

    it.each([
      ["before iiko has given them back", { kind: "hang" }],
      ["before iiko's answer to that", { kind: "hang", afterWork: true }],
    ] as const)("are given back, if it dies %s", async (_name, fault) => {
      const refusal = {
        kind: "creation-error",
        code: "InvalidPhone",
        message: "Wrong phone",
      } as const;
      await gateway.sandbox.plan({ fault: refusal });
      await gateway.sandbox.plan({ path: CANCEL_HOLD_PATH, fault });
      const { id } = await order();
      await struck();
      await killAndRevive();
      await eventually(async () => (await holdOf(id))[0]?.state === "cancelled");
      expect(await holdOf(id)).toHaveLength(1);
      expect(await endingsOf(id)).toEqual(["RELEASED"]);
    });
  });
});
