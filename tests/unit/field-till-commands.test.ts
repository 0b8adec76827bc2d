import { cancellationRefusal } from "../../src/adapters/iiko/orders/cancel-delivery";
import { type IikoDeliveries } from "../../src/adapters/iiko/orders/iiko-deliveries";
import { commandStatusSchema } from "../../src/adapters/iiko/orders/order-schemas";
import { RefusalKind } from "../../src/domain/errors/refusal-kind";

const KEY = { apiLogin: "k" } as never;

/** What the gateway makes of iiko's answer about a command. */
function refusal(answer: object) {
  const client = { commandStatus: () => Promise.resolve(commandStatusSchema.parse(answer)) };
  return cancellationRefusal(
    client as unknown as IikoDeliveries,
    KEY,
    "organization",
    "correlation",
  );
}

const failed = (message: string | null) =>
  refusal({ state: "Error", errorReason: null, exception: { message } });

describe("an iiko command that ended in Error", () => {
  it.each([
    "Order is being edited by another user",
    "Нельзя отменить заказ: смена закрыта",
    "WrongDeliveryStatus: Closed",
    "InternalServerError: Object reference not set to an instance of an object",
    "UnknownError: something",
    "Sum 10 of the prepayment must be returned first",
  ])("is refused for good, in iiko's own words: %s", async (message) => {
    const found = await failed(message);
    expect(found).toMatchObject({ message, reason: { fix: { ru: expect.any(String) as string } } });
    expect([RefusalKind.RETRY, RefusalKind.AMBIGUOUS]).not.toContain(
      (found as { kind: RefusalKind }).kind,
    );
  });

  it.each([
    "EntityAlreadyInUse: the order is open at the till",
    "InternalServerError: x",
    "IllegalDeliveryStatus: x",
  ])(
    "leaves the cancellation to the staff, whatever helps when an order is submitted: %s",
    async (message) => {
      expect(await failed(message)).toMatchObject({
        kind: RefusalKind.FINAL,
        reason: { fix: { en: "Cancel the order in the till" } },
      });
    },
  );

  it("is refused for good even without any words", async () => {
    expect(await failed(null)).toMatchObject({ kind: RefusalKind.FINAL });
    expect(await refusal({ state: "Error" })).toMatchObject({ kind: RefusalKind.FINAL });
    expect(await refusal({ state: "error", errorReason: "Order is locked" })).toMatchObject({
      kind: RefusalKind.FINAL,
    });
  });

  it.each([
    "command automatically transited to error status",
    "Command timeout expired, command automatically transited to error status",
    "The connection to the till broke off",
    "Превышено время ожидания",
    "CommandTimeout: the delivery",
  ])("may be repeated when it was lost on its way: %s", async (message) => {
    expect(await failed(message)).toMatchObject({ kind: RefusalKind.AMBIGUOUS });
  });

  it("differs from one that is in progress, or has succeeded", async () => {
    expect(await refusal({ state: "InProgress" })).toBe("UNDECIDED");
    expect(await refusal({ state: "Success" })).toBeNull();
  });
});
