import { withoutWordsOf } from "../../src/adapters/iiko/orders/without-words";
import { parseWebhook, tellsOfStopList } from "../../src/adapters/iiko/webhooks/iiko-webhook";
import { webhookWithoutGuests } from "../../src/adapters/iiko/webhooks/webhook-without-guests";
import { PosRejected, RefusalKind } from "../../src/errors";
import { type Submission } from "../../src/ports/pos/pos-orders";
import { anOrderTicket } from "../support/an-order-ticket";

const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e9";

const EVENT = {
  eventType: "DeliveryOrderUpdate",
  organizationId: ORGANIZATION,
  correlationId: "48fb4cd3-2ef6-4479-bea1-7c92721b988c",
  eventInfo: {
    id: "92f5ab5b-9d7b-4a0b-8f6f-2b7b1b2f6d01",
    posId: "x",
    externalNumber: "1015",
    organizationId: ORGANIZATION,
    timestamp: 1_790_000_000_000,
    creationStatus: "Success",
    errorInfo: null,
    order: {
      status: "OnWay",
      number: "55",
      whenSended: "2026-10-12 18:30:05.100",
      comment: "код 4517K",
      phone: "+79045550188",
      customer: { name: "Аделаида", surname: "Приватная" },
      deliveryPoint: {
        address: { street: { name: "Тайная" }, house: "88" },
        comment: "вход со двора",
      },
      courierInfo: { courier: { name: "Курьер", phone: "+79990000000" } },
      cancelInfo: { cause: { name: "Гость" }, comment: "передумал" },
      items: [{ comment: "без лука" }],
    },
  },
};

describe("The kept part of a webhook body", () => {
  it.each([
    ["a lone event", EVENT],
    ["a list of events", [EVENT, { ...EVENT, eventType: "DeliveryOrderError" }]],
  ])("contains, for %s, everything that is parsed, and nothing about the guest", (_what, body) => {
    const kept = webhookWithoutGuests(body);
    expect(parseWebhook(kept)).toEqual(parseWebhook(body));
    expect(parseWebhook(kept).length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toMatch(
      /Аделаида|Приватная|79045550188|Тайная|4517K|со двора|без лука/,
    );
  });

  it("still contains the news of a stop list", () => {
    const body = {
      eventType: "StopListUpdate",
      organizationId: ORGANIZATION,
      eventInfo: { terminalGroups: [1] },
    };
    expect(tellsOfStopList(webhookWithoutGuests(body), ORGANIZATION)).toBe(true);
  });

  it.each([
    [null],
    ["text"],
    [5],
    [[]],
    [[null, "x", [EVENT]]],
    [{ eventInfo: null }],
    [{ eventInfo: { order: [] } }],
  ])("yields the same as %j itself, from which nothing is parsed", (body) => {
    expect(parseWebhook(webhookWithoutGuests(body))).toEqual(parseWebhook(body));
  });
});

describe("What iiko says about a ticket", () => {
  const ticket = anOrderTicket({
    customer: { name: "Аделаида Приватная", phone: "+79045550188", joinsLoyalty: false },
    comment: "код 4517K",
  });
  const quoting = "Аделаида Приватная, 8 904 555-01-88: код 4517K";

  it("is kept without the guest's words in an error, its stack, its exchange and its cause", async () => {
    const exchange = {
      correlationId: null,
      request: null,
      response: { body: { text: [quoting] } },
    };
    const cause = new Error(quoting);
    const thrown = new PosRejected(quoting, {
      posCode: "X",
      kind: RefusalKind.FINAL,
      exchange,
      cause,
    });
    const error = await withoutWordsOf(ticket, () => Promise.reject(thrown)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBe(thrown);
    const told = [
      thrown.message,
      thrown.stack,
      cause.message,
      cause.stack,
      JSON.stringify(thrown.exchange),
    ].join();
    expect(told).not.toMatch(/Аделаида|Приватная|555-01-88|4517K/);
    expect(thrown).toMatchObject({ posCode: "X", kind: RefusalKind.FINAL });
  });

  it("is kept without them in an answer, too, and unchanged where nothing is quoted", async () => {
    const answer = (response: unknown): Submission => {
      return {
        kind: "created",
        existed: false,
        exchange: { correlationId: null, request: null, response },
      };
    };
    const quoted = await withoutWordsOf(ticket, () => Promise.resolve(answer({ note: quoting })));
    expect(JSON.stringify(quoted)).not.toMatch(/Аделаида|4517K/);
    const plain = answer({ creationStatus: "Success" });
    expect(await withoutWordsOf(ticket, () => Promise.resolve(plain))).toBe(plain);
  });
});
