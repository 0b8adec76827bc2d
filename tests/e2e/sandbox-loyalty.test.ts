import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import {
  aDelivery,
  aLine,
  type Json,
  organization,
  paymentType,
  plainProduct,
  SandboxSession,
} from "../support/sandbox-session";

const guest = demoRestaurant.guests[0]!;
const wallet = guest.wallets.find(({ name }) => name === "Бонусы")!;

describe("loyalty in the sandbox", () => {
  let session: SandboxSession;
  beforeEach(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.close());

  const loyalty = (operation: string, body: Json) =>
    session.post(`/api/1/loyalty/iiko/${operation}`, { organizationId: organization.id, ...body });
  const info = (phone: string) => loyalty("customer/info", { type: "phone", phone });
  const balance = async () => {
    const { body } = await info(guest.phone);
    return (body.walletBalances as Json[]).find(({ id }) => id === wallet.id)!.balance as number;
  };
  const hold = (sum: number, transactionId: string = randomUUID()) =>
    loyalty("customer/wallet/hold", {
      transactionId,
      customerId: guest.id,
      walletId: wallet.id,
      sum,
    });
  const paidWithBonuses = (sum: number, credential = guest.phone) =>
    aDelivery({
      payments: [
        {
          paymentTypeKind: "LoyaltyCard",
          paymentTypeId: paymentType("BONUS"),
          sum,
          paymentAdditionalData: { type: "LoyaltyCard", credential, searchScope: "Phone" },
        },
      ],
    });

  it("shows a guest with all wallets", async () => {
    const { status, body } = await info(guest.phone);
    expect(status).toBe(200);
    expect(body.walletBalances).toHaveLength(guest.wallets.length);
    expect(body).not.toHaveProperty("correlationId");
  });

  it("does not know other phones", async () => {
    const { status, body } = await info("+79995550000");
    expect(status).toBe(400);
    expect(body).toMatchObject({ errorCode: "Validation_IncorrectPhone", httpStatusCode: 400 });
  });

  it("says how much of an order can be paid with bonuses", async () => {
    const items = [aLine(plainProduct, { price: 300 })];
    const { order } = aDelivery({ phone: guest.phone, items });
    const { status, body } = await loyalty("calculate", { order });
    expect(status).toBe(200);
    const [payment] = body.availablePayments as Json[];
    expect(payment!.maxSum).toBe(150);
    const stranger = await loyalty("calculate", { order: aDelivery({ items }).order as Json });
    expect(stranger.body.availablePayments).toEqual([]);
  });

  it("holds once per transaction, and releases the hold once", async () => {
    const transactionId = randomUUID();
    expect((await hold(100, transactionId)).body).toEqual({ transactionId });
    await hold(100, transactionId);
    expect(await balance()).toBe(wallet.balance - 100);
    const cancel = () => loyalty("customer/wallet/cancel_hold", { transactionId });
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).status).toBe(200);
    expect(await balance()).toBe(wallet.balance);
  });

  it("can report balances that still include what is held, as some accounts do", async () => {
    await session.switch({ heldPointsShow: false });
    await hold(100);
    expect(await balance()).toBe(wallet.balance);
    expect((await hold(wallet.balance - 99)).status).toBe(400);
  });

  it("refuses to hold more than the balance", async () => {
    const reply = await hold(wallet.balance + 1);
    expect(reply.status).toBe(400);
    expect(reply.body).toHaveProperty("errorCode");
  });

  it("deducts the bonuses that an order is paid with, and returns them when it is cancelled", async () => {
    const info = await session.createAndWait(paidWithBonuses(50));
    expect(info.creationStatus).toBe("Success");
    expect(await balance()).toBe(wallet.balance - 50);
    await session.post(`/_sandbox/orders/${info.id}/status`, { status: "Cancelled" });
    expect(await balance()).toBe(wallet.balance);
  });

  it("settles the hold of an order instead of deducting twice", async () => {
    await hold(50);
    await session.createAndWait(paidWithBonuses(50));
    expect(await balance()).toBe(wallet.balance - 50);
  });

  it("refuses an order that spends more than the balance, or a stranger's bonuses", async () => {
    const poor = await session.createAndWait(paidWithBonuses(10_000));
    expect(poor.creationStatus).toBe("Error");
    const stranger = await session.createAndWait(paidWithBonuses(1, "+79995550000"));
    expect(stranger.errorInfo.code).toBe("Iikocard51PaymentCredentialNotFound");
  });

  it("lets only one of two orders spend the same bonuses", async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => session.createAndWait(paidWithBonuses(300))),
    );
    expect([one!.creationStatus, other!.creationStatus].sort()).toEqual(["Error", "Success"]);
    expect(await balance()).toBe(wallet.balance - 300);
  });
});
