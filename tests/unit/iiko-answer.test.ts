import { z } from "zod";

import { stopListsSchema } from "../../src/adapters/iiko/menu/stop-list-schemas";
import { deliveriesSchema } from "../../src/adapters/iiko/orders/order-schemas";
import { type OrganizationsDenied, PosContractBroken, PosUnavailable } from "../../src/errors";
import { failureOf, LOOK, ORDER, readIikoAnswer } from "../support/iiko-answers";

function failure<Failure extends Error>(...asked: Parameters<typeof readIikoAnswer>): Failure {
  return failureOf<Failure>(() => readIikoAnswer(...asked));
}

describe("a refusal by iiko", () => {
  it.each([
    ["", []],
    [
      "Passed organization(s) 7BC05553-4b68-44e8-b7bc-37be63c6d9e1, 8bc05553-4b68-44e8-b7bc-37be63c6d9e1 …",
      [7, 8],
    ],
  ])(
    "says which organizations a key may not use, if it does: %s",
    (errorDescription, beginnings) => {
      const body = JSON.stringify({ error: "ORGANIZATION_DENIED", errorDescription });
      const { organizationIds } = failure<OrganizationsDenied>(body, { status: 400 });
      expect(organizationIds).toEqual(
        beginnings.map((first) => `${first}bc05553-4b68-44e8-b7bc-37be63c6d9e1`),
      );
    },
  );
});

describe("an unreadable answer", () => {
  const broken = z.unknown().transform((): never => {
    throw new RangeError("Maximum call stack size exceeded");
  });

  it("leaves the outcome of an order open", () => {
    const error = failure<PosUnavailable>("{}", { schema: broken });
    expect(error).toBeInstanceOf(PosUnavailable);
    expect(error.exchange).toEqual({
      correlationId: null,
      request: ORDER.body,
      response: { status: 200, body: null },
    });
  });

  it("breaches the contract when it was only a query", () => {
    expect(failure("{}", { schema: broken, request: LOOK })).toBeInstanceOf(PosContractBroken);
  });
});

describe("what is read from an answer", () => {
  it.each([
    [
      "an id that is none",
      `{"orders":[{"id":"${"1".repeat(1_000)}"}]}`,
      deliveriesSchema,
      "orders.0.id",
    ],
    ["a row that is none", '{"orders":[{"id":"o-1"},7]}', deliveriesSchema, "orders.1"],
    [
      "groups that are none",
      '{"terminalGroupStopLists":[{"organizationId":"1","items":[{}]}]}',
      stopListsSchema,
      "",
    ],
  ])("is nothing when it contains %s", (_, body, schema, place) => {
    const error = failure(body, { schema, request: LOOK });
    expect(error).toBeInstanceOf(PosContractBroken);
    expect(error.message).toContain(`breaks its contract: ${place}`);
    expect(error.message.length).toBeLessThan(200);
  });
});
