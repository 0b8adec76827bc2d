import { demoOrderInput, placeOrder } from "../support/demo-order";
import { eventually } from "../support/eventually";
import { WholeGateway } from "../support/whole-gateway";

const OWNER = "+79005550103";

const ALL = `number summary comment wantedAt fulfilment
  customer { name phone }
  address { line street house flat comment latitude longitude }
  payment { method paidOnline toTake { amount } changeFrom { amount } change { amount } points { amount } }
  progress { stage headline expectedAt summary steps { name at done current } }
  lines { name sizeName comment options { name } halves { article } parts { article } }`;

interface People {
  readonly customer: object | null;
  readonly address: object | null;
  readonly payment: object;
  readonly progress: { readonly stage: string; readonly steps: readonly object[] };
}

describe("The guest's data in an order", () => {
  let gateway: WholeGateway;
  let branchId: string;
  let order: { readonly id: string; readonly token: string };
  const address = {
    city: "Москва",
    street: "Печная",
    house: "1",
    flat: "7",
    comment: "Код 12К",
    latitude: "55.75",
  };

  beforeAll(async () => {
    gateway = await WholeGateway.start({ publicMutationBurst: 0 });
    branchId = await gateway.demoBranchId();
    order = await placed({ fulfilment: "DELIVERY", address });
  });

  afterAll(() => gateway.stop());

  async function placed(change: object): Promise<{ id: string; token: string }> {
    const customer = { name: "Анна", phone: OWNER };
    const payment = { method: "CASH", changeFrom: "5000" };
    const input = await demoOrderInput(gateway, branchId, {
      customer,
      payment,
      comment: "Позвоните",
      ...change,
    });
    const { createOrder } = (await placeOrder(gateway, input)).data;
    if (!createOrder.order) throw new Error(JSON.stringify(createOrder.userErrors));
    return { id: createOrder.order.id, token: createOrder.trackingToken ?? "" };
  }

  const byId = (credential?: string) =>
    gateway.ask<{ order: People | null }>(
      `query ($id: ID!) { order(id: $id) { ${ALL} } }`,
      order,
      credential,
    );
  const byToken = (token: string, credential?: string) =>
    gateway.ask<{ trackedOrder: People | null }>(
      `query ($token: String!) { trackedOrder(token: $token) { ${ALL} } }`,
      { token },
      credential,
    );

  it("is readable by operators of the branch, by the signed-in guest, and with the tracking token", async () => {
    const whole = {
      customer: { name: "Анна", phone: OWNER },
      address: {
        street: "Печная",
        house: "1",
        flat: "7",
        comment: "Код 12К",
        latitude: "55.75",
        longitude: null,
      },
      payment: {
        method: "CASH",
        paidOnline: false,
        changeFrom: { amount: "5000.00" },
        points: { amount: "0.00" },
      },
      comment: "Позвоните",
    };
    const operator = await aKey([branchId]);
    for (const credential of [gateway.adminKey, operator, await gateway.customerToken(OWNER)])
      expect((await byId(credential)).data.order).toMatchObject(whole);
    expect((await byToken(order.token)).data.trackedOrder).toMatchObject(whole);
  });

  it("is not readable by anyone else, not even a word of it", async () => {
    const elsewhere = await aKey([await anotherBranch()]);
    const stranger = await gateway.customerToken("+79005550104");
    const forged = `${order.token.slice(0, -1)}${order.token.endsWith("A") ? "B" : "A"}`;
    const answers = await Promise.all([
      byId(),
      byId(elsewhere),
      byId(stranger),
      byToken(order.token, elsewhere),
      byToken(forged),
      byToken("wrong"),
      byToken(""),
      gateway.ask(`{ orders(first: 100) { nodes { ${ALL} } } }`, {}, elsewhere),
      gateway.ask(`{ deadLetters(first: 100) { nodes { ${ALL} } } }`, {}, elsewhere),
      gateway.ask(`{ orders(first: 100) { nodes { ${ALL} } } }`, {}, stranger),
      gateway.ask(`{ me { orders(first: 10) { nodes { ${ALL} } } } }`, {}, stranger),
    ]);
    for (const { text } of answers)
      expect(text).not.toMatch(/Анна|Печная|9005550103|Код 12К|Позвоните/);
  });

  it("says how much to collect, to the rouble", async () => {
    const { data } = await byId(gateway.adminKey);
    const payment = data.order?.payment as Record<"toTake" | "change", { amount: string }>;
    expect(Number(payment.toTake.amount) + Number(payment.change.amount)).toBe(5000);
    const paid = await paidOrder();
    const { data: found } = await byToken(paid.token);
    expect(found.trackedOrder?.payment).toMatchObject({
      paidOnline: true,
      toTake: { amount: "0.00" },
      change: null,
    });
  });

  it("has no address for a pick-up, and has steps with their times", async () => {
    const pickup = await placed({ fulfilment: "PICKUP" });
    const { data } = await byToken(pickup.token);
    expect(data.trackedOrder).toMatchObject({ address: null, customer: { name: "Анна" } });
    const { steps } = data.trackedOrder?.progress ?? { steps: [] };
    expect(steps).toHaveLength(5);
    expect(steps[0]).toMatchObject({
      name: "Ordered",
      done: true,
      at: expect.stringMatching(/^20/) as string,
    });
  });

  it("is gone once the guest is erased", async () => {
    const phone = "+79005550108";
    const customer = { name: "Забытая", phone };
    const forgotten = await placed({ customer, fulfilment: "DELIVERY", address });
    const cancel = `mutation ($id: ID!) { cancelOrder(id: $id, reason: "x") { userErrors { code } } }`;
    await gateway.ask(cancel, forgotten, gateway.adminKey);
    await erased(phone);
    const { text, data } = await gateway.ask<{ order: People }>(
      `query ($id: ID!) { order(id: $id) { ${ALL} } }`,
      forgotten,
      gateway.adminKey,
    );
    expect(data.order).toMatchObject({ customer: null, address: null });
    expect(text).not.toMatch(/Забытая|Печная|9005550108/);
  });

  async function paidOrder(): Promise<{ token: string }> {
    const payment = { method: "ONLINE", paidOnline: true, externalPaymentId: "people-1" };
    const input = await demoOrderInput(gateway, branchId, { payment });
    const { createOrder } = (await placeOrder(gateway, input, gateway.adminKey)).data;
    if (!createOrder.order) throw new Error(JSON.stringify(createOrder.userErrors));
    return { token: createOrder.trackingToken ?? "" };
  }

  /** Once no order of the guest is under way any more. */
  async function erased(phone: string): Promise<void> {
    const erase = `mutation ($phone: String!) { eraseCustomer(phone: $phone) { erasedOrders userErrors { code } } }`;
    await eventually(async () => {
      const { data } = await gateway.ask<{ eraseCustomer: { erasedOrders: number } }>(
        erase,
        { phone },
        gateway.adminKey,
      );
      return data.eraseCustomer.erasedOrders > 0;
    });
  }

  async function anotherBranch(): Promise<string> {
    const create = `mutation { createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" }) { branch { id } } }`;
    const { data } = await gateway.ask<{ createBranch: { branch: { id: string } } }>(
      create,
      {},
      gateway.adminKey,
    );
    return data.createBranch.branch.id;
  }

  async function aKey(branchIds: readonly string[]): Promise<string> {
    const create = `mutation ($branchIds: [ID!]) {
      createApiKey(input: { label: "people", scope: OPERATOR, branchIds: $branchIds }) { secret }
    }`;
    const { data } = await gateway.ask<{ createApiKey: { secret: string } }>(
      create,
      { branchIds },
      gateway.adminKey,
    );
    return data.createApiKey.secret;
  }
});
