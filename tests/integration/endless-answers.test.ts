import { organizationsSchema } from "../../src/adapters/iiko/directory/directory-schemas";
import {
  createdDeliverySchema,
  deliveryFeedSchema,
} from "../../src/adapters/iiko/orders/order-schemas";
import { parseWebhook } from "../../src/adapters/iiko/webhooks/iiko-webhook";
import { PosContractBroken, type PosRejected } from "../../src/errors";
import { failureOf, LOOK, readIikoAnswer } from "../support/iiko-answers";
import { toTheEnd } from "../support/nasty-texts";

const read = (...asked: Parameters<typeof readIikoAnswer>) =>
  toTheEnd(() => readIikoAnswer(...asked));

function failure<Failure extends Error>(...asked: Parameters<typeof read>): Failure {
  return failureOf<Failure>(() => read(...asked));
}

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("an oversized refusal from iiko", () => {
  it.each([
    ["long", `{"error":"ProductNotFound","errorDescription":"${"a".repeat(2_000_000)}"}`],
    ["nested", `{"error":"ProductNotFound","errorDescription":"no","more":${nested(100_000)}}`],
    [
      "full",
      `{"error":"ProductNotFound","errorDescription":"no","more":[${"1,".repeat(1_000_000)}1]}`,
    ],
    [
      "full of nothing",
      `{"error":"ProductNotFound","errorDescription":"no","more":[${"{},".repeat(1_000_000)}1]}`,
    ],
  ])("means the same as a short one when it is endlessly %s", (_, body) => {
    const short = failure<PosRejected>('{"error":"ProductNotFound","errorDescription":"no"}', {
      status: 400,
    });
    const { posCode, kind, reason, message, exchange } = failure<PosRejected>(body, {
      status: 400,
    });
    expect({ posCode, kind, reason }).toEqual({
      posCode: short.posCode,
      kind: short.kind,
      reason: short.reason,
    });
    expect(message.length).toBeLessThan(1_200);
    expect(JSON.stringify(exchange).length).toBeLessThan(60_000);
  });

  it("is recognised by the beginning of its code, and gets no id when that is not a valid one", () => {
    const [error, correlationId] = ["X".repeat(1_000_000), "1".repeat(1_000_000)];
    const refusal = failure<PosRejected>(JSON.stringify({ error, correlationId }), { status: 400 });
    expect(refusal.posCode).toBe("X".repeat(100));
    expect(refusal.exchange?.correlationId).toBeNull();
  });

  it("is shown only up to its beginning when it is an HTML page", () => {
    const page = `<html>${"слово ".repeat(500_000)}</html>`;
    const { exchange } = failure<PosRejected>(page, { status: 400 });
    expect((exchange?.response as { body: string }).body).toMatch(/^<html>слово .{900,1000}…$/);
  });
});

/** A hundred organizations with ten thousand orders each. */
const MANY = Array.from(
  { length: 100 },
  () => `{"organizationId":"1","orders":[${"{},".repeat(9_999)}{}]}`,
).join(",");

describe("what is read from an answer", () => {
  it("has no text longer than is useful", () => {
    const long = "ж".repeat(1_000_000);
    const order = { number: long, trackingLink: `https://x.example/${long}`, status: long };
    const courier = { courier: { name: long, phone: long } };
    const cancelled = { cause: { name: long }, comment: long };
    const orderInfo = {
      id: "o-1",
      errorInfo: { code: long, message: long, description: long },
      order: { ...order, courierInfo: courier, cancelInfo: cancelled },
    };
    const { reply } = read(JSON.stringify({ orderInfo }), { schema: createdDeliverySchema });
    expect(JSON.stringify(reply).length).toBeLessThan(12_000);
    expect(reply).toMatchObject({ orderInfo: { order: { trackingLink: null } } });
  });

  it.each([
    [
      "a million rows",
      `{"organizations":[${"0,".repeat(1_000_000)}0]}`,
      organizationsSchema,
      "organizations",
    ],
    [
      "lists of a million rows",
      `{"maxRevision":1,"ordersByOrganizations":[${MANY}]}`,
      deliveryFeedSchema,
      "ordersBy",
    ],
  ])("is nothing when there are %s", (_, body, schema, place) => {
    const error = failure(body, { schema, request: LOOK });
    expect(error).toBeInstanceOf(PosContractBroken);
    expect(error.message).toContain(`breaks its contract: ${place}`);
    expect(error.message.length).toBeLessThan(200);
  });
});

it("reads no more events from one web hook than iiko sends", () => {
  const event = { eventType: "DeliveryOrderUpdate", organizationId: "1", eventInfo: { id: "o-1" } };
  expect(parseWebhook(Array.from({ length: 100_000 }, () => event))).toHaveLength(5_000);
});
