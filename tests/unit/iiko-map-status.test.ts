import { toOrderStatus, toPosOrderUpdate } from "../../src/adapters/iiko/orders/map-status";
import { orderInfoSchema } from "../../src/adapters/iiko/orders/order-schemas";
import { RefusalKind } from "../../src/errors";

const organizationId = "980fc7f0-8928-4055-adbe-5ef97627bfec";
const info = {
  id: "59deae55-d2d4-44a7-aadb-72794d3e215f",
  posId: "335a6acc-f0c8-4875-ad8d-a9cc79fdc6b6",
  organizationId,
  timestamp: 1791819005900,
  creationStatus: "Success",
  errorInfo: null,
  order: {
    status: "WaitCooking",
    number: 1042,
    isDeleted: false,
    courierInfo: null,
    cancelInfo: null,
  },
};
const timeout = {
  code: "Common",
  message: "Creation timeout expired, order automatically transited to error creation status",
};

function update(changes: object) {
  return toPosOrderUpdate(orderInfoSchema.parse({ ...info, ...changes }), organizationId);
}

describe("an iiko order", () => {
  it.each([
    ["Unconfirmed", "UNCONFIRMED"],
    ["WaitCooking", "ACCEPTED"],
    ["ReadyForCooking", "QUEUED_FOR_COOKING"],
    ["CookingStarted", "COOKING"],
    ["CookingCompleted", "READY"],
    ["Waiting", "WAITING_FOR_COURIER"],
    ["OnWay", "ON_THE_WAY"],
    ["Delivered", "DELIVERED"],
    ["Closed", "CLOSED"],
    ["Cancelled", "CANCELLED"],
    ["onway", "ON_THE_WAY"],
    ["Teleported", null],
  ])("with the status %s is %s", (iikoStatus, status) => {
    expect(toOrderStatus(iikoStatus)).toBe(status);
  });

  it("is read together with its number, courier and cancellation reason", () => {
    const order = {
      ...info.order,
      status: "Cancelled",
      courierInfo: { courier: { id: "c", name: "Курьер Т.", phone: "" } },
      cancelInfo: { cause: { id: "x", name: "Отказ гостя" }, comment: "передумал" },
      movedToDeliveryId: "A0000000-0000-4000-8000-000000000001",
    };
    expect(update({ order })).toEqual({
      posOrderId: info.id,
      organizationId,
      timestamp: info.timestamp,
      creation: "created",
      failure: null,
      rawStatus: "Cancelled",
      status: "CANCELLED",
      posNumber: "1042",
      courier: { name: "Курьер Т.", phone: null },
      estimatedAt: null,
      promisedAt: null,
      trackingUrl: null,
      cancelReason: "Отказ гостя: передумал",
      movedToPosOrderId: "a0000000-0000-4000-8000-000000000001",
      movedToOrganizationId: null,
      steps: [],
    });
  });

  it("is pending while it is on its way to the till", () => {
    expect(update({ creationStatus: "InProgress", order: null })).toMatchObject({
      creation: "pending",
      rawStatus: null,
      status: null,
      failure: null,
    });
  });

  it("fails with a reason, but a creation timeout does not prove that the POS lacks it", () => {
    expect(
      update({ creationStatus: "Error", order: null, errorInfo: timeout, posId: null }),
    ).toMatchObject({
      creation: "failed",
      failure: { code: "Common", kind: RefusalKind.AMBIGUOUS },
    });
  });

  it("is never considered absent once it has the POS's own id", () => {
    const errorInfo = { code: "ProductNotFound", message: "no" };
    const kindOf = (posId: string | null) =>
      update({ creationStatus: "Error", order: null, errorInfo, posId }).failure?.kind;
    expect([kindOf(null), kindOf("335a6acc")]).toEqual([
      RefusalKind.MAPPING,
      RefusalKind.AMBIGUOUS,
    ]);
  });

  it("does not fail because its duplicate was refused", () => {
    const errorInfo = { code: "DuplicatedOrderId", message: "Order already exists" };
    expect(update({ creationStatus: "Error", order: null, errorInfo })).toMatchObject({
      creation: "pending",
      failure: null,
    });
  });

  it("is cancelled when it was deleted in the POS", () => {
    expect(update({ order: { ...info.order, isDeleted: true } })).toMatchObject({
      rawStatus: "Deleted",
      status: "CANCELLED",
    });
  });

  it("has its timestamps in milliseconds even where iiko sends seconds", () => {
    expect(update({ timestamp: 1791819005 }).timestamp).toBe(1791819005000);
    expect(update({ timestamp: 1791819005000.25 }).timestamp).toBe(1791819005000);
  });

  it("has an absolute expected time, calculated from the two clocks in iiko's answer", () => {
    const clocks = {
      estimatedTime: "2026-10-12 19:30:00.000",
      whenCreated: "2026-10-12 18:30:05.100",
      whenReceivedByApi: "2026-10-12 15:30:00.010",
    };
    expect(update({ order: { ...info.order, ...clocks } }).estimatedAt).toEqual(
      new Date("2026-10-12T16:30:00Z"),
    );
    const crooked = { ...clocks, whenCreated: "2026-10-12 18:45:00.000" };
    expect(update({ order: { ...info.order, ...crooked } }).estimatedAt).toBeNull();
    expect(
      update({ order: { ...info.order, ...clocks, whenReceivedByApi: null } }).estimatedAt,
    ).toBeNull();
  });
});

describe("the steps of an iiko order", () => {
  const clocks = {
    whenCreated: "2026-10-12 18:30:05.100",
    whenReceivedByApi: "2026-10-12 15:30:00.010",
  };
  const noted = {
    whenConfirmed: "2026-10-12 18:30:06.000",
    cookingStartTime: "2026-10-12 18:45:00.000",
    whenPrinted: "2026-10-12 18:45:02.000",
    whenCookingCompleted: "2026-10-12 19:00:00.000",
    whenSended: "2026-10-12 19:10:00.000",
    whenDelivered: null,
    completeBefore: "2026-10-12 19:30:00.000",
    trackingLink: "https://courier.test.example/1",
  };

  function stepsOf(order: object): string[] {
    const { steps } = update({ order: { ...info.order, ...clocks, ...order } });
    return steps.map(
      ({ status, rawStatus, at }) => `${status} ${rawStatus} ${at.toISOString().slice(11, 19)}`,
    );
  }

  it("are derived from its times, which are in the till's local time", () => {
    expect(stepsOf({ ...noted, status: "OnWay" })).toEqual([
      "ACCEPTED WaitCooking 15:30:06",
      "COOKING CookingStarted 15:45:02",
      "READY CookingCompleted 16:00:00",
      "ON_THE_WAY OnWay 16:10:00",
    ]);
  });

  it("do not mistake the planned start of cooking for the actual one", () => {
    const planned = { cookingStartTime: noted.cookingStartTime };
    expect(stepsOf({ ...planned, status: "WaitCooking" })).toEqual([]);
    expect(stepsOf({ ...planned, status: "CookingStarted" })).toEqual([
      "COOKING CookingStarted 15:45:00",
    ]);
  });

  it("are unknown when the till's clock is", () => {
    expect(stepsOf({ ...noted, whenReceivedByApi: null })).toEqual([]);
    expect(stepsOf({ ...noted, whenPacked: "0001-01-01 00:00:00.000" })).toEqual(
      stepsOf({ ...noted, whenPacked: null }),
    );
  });

  it("include what the guest was promised", () => {
    expect(update({ order: { ...info.order, ...clocks, ...noted } })).toMatchObject({
      promisedAt: new Date("2026-10-12T16:30:00Z"),
      trackingUrl: "https://courier.test.example/1",
    });
    expect(
      update({ order: { ...info.order, trackingLink: "javascript:alert(1)" } }).trackingUrl,
    ).toBeNull();
  });
});
