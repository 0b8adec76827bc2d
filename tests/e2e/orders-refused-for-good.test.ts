import { stableId } from "../../sandbox/restaurant/stable-id";
import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { CREATE_PATH, type SandboxControl } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const FATE = `query ($id: ID!) {
  order(id: $id) {
    injection { state attempts { number } lastError { message fix reason upstreamCode upstreamMessage retryable } }
  }
}`;

interface Fate {
  readonly order: {
    readonly injection: {
      readonly state: string;
      readonly attempts: object[];
      readonly lastError: object;
    };
  };
}

/**
 * The branch retries after 15 s; an order that reaches the staff within the test's patience did not
 * wait for that.
 */
describe("an order that no retry can save is handed over to the staff immediately, with the reason and what to do", () => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  async function fateOf(order: PlacedOrder) {
    const ask = () => gateway.client.ask<Fate>(FATE, { id: order.id }, ADMIN_KEY);
    await eventually(async () => (await ask()).order.injection.state === "FALLBACK_SENT");
    const told = await eventually(async () =>
      (await sandbox.mail()).find(({ text }) => text.includes(`№ ${order.number} `)),
    );
    return { ...(await ask()).order.injection, told };
  }

  it("when the phone is refused", async () => {
    const refusal = { code: "InvalidPhone", message: "Phone +79990000009 is not valid" };
    await sandbox.plan({ fault: { kind: "creation-error", ...refusal } });
    const { attempts, lastError, told } = await fateOf(await storefront.order());
    expect(attempts).toHaveLength(1);
    expect(lastError).toEqual({
      message: "The till did not take the guest's phone",
      fix: "Call the guest, get it right and enter the order by hand",
      reason: "FINAL",
      upstreamCode: "InvalidPhone",
      upstreamMessage: "Phone +7***0009 is not valid",
      retryable: false,
    });
    expect(told.text).toContain("InvalidPhone");
  });

  it("when the branch's payment type is deleted in iiko", async () => {
    await sandbox.send("PUT", "restaurant", { deleted: [stableId("payment type", "CASH")] });
    const { attempts, lastError } = await fateOf(await storefront.order());
    expect(attempts).toHaveLength(1);
    expect(lastError).toMatchObject({
      message: "The chosen payment type is deleted in iiko",
      fix: "Choose a fitting payment type in the branch's settings, then retry the order",
      reason: "MAPPING",
      upstreamMessage: "Payment type Наличные is deleted.",
    });
  });

  it("when the till does not know a product", async () => {
    const input = await storefront.input();
    await sandbox.send("PUT", "restaurant", { menuIsEmpty: true });
    const { order } = await storefront.create(input);
    const { attempts, lastError } = await fateOf({ ...order!, trackingToken: "", total: "" });
    expect(attempts).toHaveLength(1);
    expect(lastError).toMatchObject({
      message: "The till does not know a product or option of the order",
      fix: "Import the branch's menu from iiko again, then retry the order",
      reason: "MAPPING",
      upstreamCode: "ProductNotFound",
    });
    expect((await sandbox.calls(CREATE_PATH)).length).toBe(3);
  });
});
