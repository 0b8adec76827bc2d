import { parseWebhook } from "../../src/adapters/iiko/webhooks/iiko-webhook";

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

describe("a webhook body", () => {
  const event = {
    eventType: "DeliveryOrderUpdate",
    eventTime: "2026-10-12 15:30:06.000",
    organizationId,
    eventInfo: info,
  };

  it("is accepted as an array or as a single event", () => {
    expect(parseWebhook([event, event])).toHaveLength(2);
    expect(parseWebhook(event)).toMatchObject([{ posOrderId: info.id, status: "ACCEPTED" }]);
  });

  it("reports failures too", () => {
    const eventInfo = {
      ...info,
      creationStatus: "Error",
      order: null,
      posId: null,
      errorInfo: timeout,
    };
    expect(parseWebhook([{ ...event, eventType: "DeliveryOrderError", eventInfo }])).toMatchObject([
      { creation: "failed" },
    ]);
  });

  it("is stripped of irrelevant and malformed events", () => {
    const others = [
      { ...event, eventType: "StopListUpdate", eventInfo: { terminalGroupsStopListsUpdates: [] } },
      { ...event, eventType: "TableOrderUpdate" },
      { ...event, eventType: "SomethingNew", eventInfo: { foo: 1 } },
      { ...event, eventInfo: null },
      { ...event, eventInfo: { ...info, id: null } },
      null,
      "text",
      7,
    ];
    expect(parseWebhook([...others, event])).toHaveLength(1);
  });

  it.each([[null], [undefined], ["<html>"], [[]], [{}], [{ eventInfo: [] }]])(
    "consisting of %j mentions no order",
    (body) => {
      expect(parseWebhook(body)).toEqual([]);
    },
  );
});
