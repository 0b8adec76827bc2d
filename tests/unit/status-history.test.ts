import { Observation, type StatusDetail } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { isTold, missedSteps } from "../../src/domain/orders/status-history";

const { ACCEPTED, COOKING, READY, ON_THE_WAY, CANCELLED } = OrderStatus;

function told(to: OrderStatus, posTimestamp?: number): StatusDetail {
  const detail = {
    kind: "STATUS",
    from: null,
    to,
    rawPosStatus: null,
    lateBySeconds: null,
  } as const;
  return {
    ...detail,
    observedBy: Observation.POLL,
    ...(posTimestamp !== undefined && { posTimestamp }),
  };
}

describe("an order's status history", () => {
  it.each([
    ["that was told at that time", [told(COOKING, 2), told(READY, 3)], COOKING, 2, true],
    ["that held at that time", [told(COOKING, 2), told(READY, 5)], COOKING, 4, true],
    ["that was lost", [told(ACCEPTED, 1), told(READY, 5)], COOKING, 4, false],
    [
      "that was left and taken again unseen",
      [told(COOKING, 2), told(READY, 3), told(ON_THE_WAY, 9)],
      COOKING,
      5,
      false,
    ],
    ["that came late before", [told(READY, 5), told(COOKING, 4)], COOKING, 4, true],
    ["that was read off a later state", [told(COOKING), told(READY, 5)], COOKING, 4, true],
    ["before all others", [told(COOKING, 2)], ACCEPTED, 1, false],
  ])("knows whether it contains a status %s", (_, history, status, timestamp, expected) => {
    expect(isTold(history, status, timestamp)).toBe(expected);
  });

  it("is missing the steps between the last known status and the current one", () => {
    const steps = [ACCEPTED, COOKING, READY, ON_THE_WAY].map((status) => ({ status }));
    expect(missedSteps([told(ACCEPTED, 1)], steps, READY)).toEqual([{ status: COOKING }]);
    expect(missedSteps([told(READY, 1)], steps, CANCELLED)).toEqual([
      { status: ACCEPTED },
      { status: COOKING },
      { status: ON_THE_WAY },
    ]);
  });
});
