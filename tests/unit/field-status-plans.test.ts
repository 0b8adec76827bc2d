import { toPosOrderUpdate } from "../../src/adapters/iiko/orders/map-status";
import { orderInfoSchema } from "../../src/adapters/iiko/orders/order-schemas";
import { parseWebhook } from "../../src/adapters/iiko/webhooks/iiko-webhook";
import { decideStatus } from "../../src/domain/orders/decide-status";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { Observation } from "../../src/domain/orders/order-event";
import { type OrderFacts } from "../../src/domain/orders/order-facts";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { anOrderToDecide, NOW } from "../support/an-order-to-decide";

const ORGANIZATION = "980fc7f0-8928-4055-adbe-5ef97627bfec";
type Field =
  | "whenConfirmed"
  | "whenPrinted"
  | "cookingStartTime"
  | "whenCookingCompleted"
  | "cookingFinishTime"
  | "whenPacked"
  | "whenSended"
  | "whenDelivered"
  | "whenClosed";

/** This many seconds from now, as a till in Moscow writes it. */
function local(seconds: number): string {
  return new Date(NOW.getTime() + seconds * 1000 + 3 * 3_600_000)
    .toISOString()
    .replace("T", " ")
    .replace("Z", "");
}

function infoOf(status: string, noted: Partial<Record<Field, number>>, rest: object = {}) {
  const times = Object.entries(noted).map(([field, seconds]) => [field, local(seconds)] as const);
  const order = {
    status,
    number: 7,
    whenCreated: local(-590),
    whenReceivedByApi: local(-600 - 3 * 3600),
    ...Object.fromEntries(times),
    ...(status === "Cancelled" && {
      cancelInfo: { whenCancelled: local(-1), cause: { name: "Отказ гостя" } },
    }),
    ...rest,
  };
  const id = anOrderToDecide().posOrderId;
  return {
    id,
    organizationId: ORGANIZATION,
    timestamp: NOW.getTime(),
    creationStatus: "Success",
    order,
  };
}

/** What the history reports after the update: as a poll reads it, and as a web hook delivers it. */
function told(status: string, noted: Partial<Record<Field, number>>, rest: object = {}): string[] {
  const info = infoOf(status, noted, rest);
  const polled = toPosOrderUpdate(orderInfoSchema.parse(info), ORGANIZATION);
  const [pushed] = parseWebhook([
    { eventType: "DeliveryOrderUpdate", organizationId: ORGANIZATION, eventInfo: info },
  ]);
  expect(pushed).toEqual(polled);
  return history(polled);
}

function history(update: PosOrderUpdate, known: Partial<OrderFacts> = {}): string[] {
  const order = anOrderToDecide({ injectionState: InjectionState.IN_POS, ...known });
  const how = {
    observedBy: Observation.POLL,
    confirmed: true,
    settings: { statusMap: [] },
    now: NOW,
  };
  const { decision } = decideStatus(order, [], update, how);
  return decision.history.flatMap(({ detail }) => (detail.kind === "STATUS" ? [detail.to] : []));
}

describe("an order that the staff have accepted by hand", () => {
  const byHand = { status: OrderStatus.ACCEPTED, posTimestamp: 0 };
  const newsOf = (status: string) =>
    toPosOrderUpdate(orderInfoSchema.parse(infoOf(status, {})), ORGANIZATION);

  it("is not set back by a copy in the POS that nobody has accepted", () => {
    expect(history(newsOf("Unconfirmed"), byHand)).toEqual([]);
    const how = {
      observedBy: Observation.POLL,
      confirmed: true,
      settings: { statusMap: [] },
      now: NOW,
    };
    const { decision } = decideStatus(anOrderToDecide(byHand), [], newsOf("Unconfirmed"), how);
    expect(decision.columns).toMatchObject({ posTimestamp: 0 });
    expect(decision.columns).not.toHaveProperty("status");
  });

  it("moves on when the kitchen does", () => {
    expect(history(newsOf("CookingStarted"), byHand)).toEqual(["COOKING"]);
  });
});

describe("a time that iiko writes into an order", () => {
  it.each([
    ["waits to be confirmed", "Unconfirmed", ["UNCONFIRMED"]],
    ["waits for the kitchen", "WaitCooking", ["ACCEPTED"]],
    ["is queued", "ReadyForCooking", ["QUEUED_FOR_COOKING"]],
    ["waits for its courier", "Waiting", ["WAITING_FOR_COURIER"]],
    ["is on its way", "OnWay", ["ON_THE_WAY"]],
    ["is delivered", "Delivered", ["DELIVERED"]],
    ["is closed", "Closed", ["CLOSED"]],
    ["is cancelled", "Cancelled", ["CANCELLED"]],
  ])(
    "does not mean cooking when the kitchen's plan has passed and the order %s",
    (_, status, expected) => {
      expect(told(status, { cookingStartTime: -300, cookingFinishTime: -200 })).toEqual(expected);
    },
  );

  it("means cooking once the status says so", () => {
    expect(told("CookingStarted", { cookingStartTime: -300 })).toEqual(["COOKING"]);
    expect(told("CookingCompleted", { cookingStartTime: -300 })).toEqual(["COOKING", "READY"]);
    expect(told("OnWay", { whenPrinted: -300, cookingStartTime: -500 })).toEqual([
      "COOKING",
      "ON_THE_WAY",
    ]);
  });

  const AHEAD: readonly [Field, string, string[]][] = [
    ["whenConfirmed", "CookingStarted", ["COOKING"]],
    ["whenPrinted", "OnWay", ["ON_THE_WAY"]],
    ["cookingStartTime", "CookingCompleted", ["READY"]],
    ["whenCookingCompleted", "OnWay", ["ON_THE_WAY"]],
    ["cookingFinishTime", "Waiting", ["WAITING_FOR_COURIER"]],
    ["whenPacked", "OnWay", ["ON_THE_WAY"]],
    ["whenSended", "Delivered", ["DELIVERED"]],
    ["whenDelivered", "Closed", ["CLOSED"]],
  ];
  it.each(AHEAD)(
    "is a plan while it lies in the future: %s of an order that is %s",
    (field, status, expected) => {
      expect(told(status, { [field]: 600 })).toEqual(expected);
      expect(told("Cancelled", { [field]: 600 })).toEqual(["CANCELLED"]);
    },
  );

  const BEYOND: readonly [Field, string, string[]][] = [
    ["whenConfirmed", "Unconfirmed", ["UNCONFIRMED"]],
    ["whenPrinted", "WaitCooking", ["ACCEPTED"]],
    ["whenCookingCompleted", "CookingStarted", ["COOKING"]],
    ["whenPacked", "CookingCompleted", ["READY"]],
    ["whenSended", "Waiting", ["WAITING_FOR_COURIER"]],
    ["whenDelivered", "OnWay", ["ON_THE_WAY"]],
    ["whenClosed", "Delivered", ["DELIVERED"]],
  ];
  it.each(BEYOND)(
    "says nothing about what the status has not reached: %s of an order that is %s",
    (field, status, to) => {
      for (const seconds of [-60, 0, 600]) expect(told(status, { [field]: seconds })).toEqual(to);
    },
  );

  it("shows how far a cancelled order had come, and nothing that was noted for later", () => {
    const noted = {
      whenConfirmed: -500,
      whenPrinted: -400,
      cookingStartTime: -450,
      whenPacked: 300,
    };
    expect(told("Cancelled", noted)).toEqual(["ACCEPTED", "COOKING", "CANCELLED"]);
    const cancelInfo = { whenCancelled: local(-200), cause: null };
    expect(told("Cancelled", { ...noted, whenSended: -100 }, { cancelInfo })).toEqual([
      "ACCEPTED",
      "COOKING",
      "CANCELLED",
    ]);
  });

  it("is ignored when the order was deleted, or its status is unknown", () => {
    expect(told("WaitCooking", { cookingStartTime: -300 }, { isDeleted: true })).toEqual([
      "CANCELLED",
    ]);
    expect(told("SomethingNew", { whenPrinted: -300, cookingStartTime: -300 })).toEqual([]);
  });

  it("is a plan while it is later than the update that reports it, however late that arrives", () => {
    const info = {
      ...infoOf("OnWay", { whenConfirmed: -500, whenPacked: -60 }),
      timestamp: NOW.getTime() - 120_000,
    };
    expect(history(toPosOrderUpdate(orderInfoSchema.parse(info), ORGANIZATION))).toEqual([
      "ACCEPTED",
      "ON_THE_WAY",
    ]);
  });

  it("dates nothing while it is a plan: what has happened is dated by the moment of the update", () => {
    const update = toPosOrderUpdate(
      orderInfoSchema.parse(infoOf("OnWay", { whenSended: 600 })),
      ORGANIZATION,
    );
    const order = anOrderToDecide({ injectionState: InjectionState.IN_POS });
    const how = {
      observedBy: Observation.POLL,
      confirmed: true,
      settings: { statusMap: [] },
      now: NOW,
    };
    expect(decideStatus(order, [], update, how).decision.history.map(({ at }) => at)).toEqual([
      NOW,
    ]);
  });
});
