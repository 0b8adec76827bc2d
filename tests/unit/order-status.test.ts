import {
  countsFrom,
  isFinal,
  judgeStatus,
  OrderStatus,
} from "../../src/domain/orders/order-status";

const { NEW, COOKING, READY, ON_THE_WAY, WAITING_FOR_COURIER, DELIVERED, CLOSED, CANCELLED } =
  OrderStatus;

function pushed(status: OrderStatus, timestamp: number) {
  return { status, timestamp, confirmed: false };
}

describe("an observed status", () => {
  it("is applied when it is newer", () => {
    expect(judgeStatus({ status: NEW, timestamp: 0 }, pushed(COOKING, 100))).toBe("APPLY");
  });

  it("may skip states", () => {
    expect(judgeStatus({ status: NEW, timestamp: 0 }, pushed(DELIVERED, 100))).toBe("APPLY");
  });

  it("is applied when it goes back, because couriers may be unassigned", () => {
    expect(
      judgeStatus({ status: ON_THE_WAY, timestamp: 100 }, pushed(WAITING_FOR_COURIER, 200)),
    ).toBe("APPLY");
  });

  it("is applied when it has exactly the same timestamp", () => {
    expect(judgeStatus({ status: COOKING, timestamp: 100 }, pushed(READY, 100))).toBe("APPLY");
  });

  it.each([false, true])(
    "never moves an order back with exactly the same timestamp, confirmed or not",
    (confirmed) => {
      expect(
        judgeStatus({ status: READY, timestamp: 100 }, { ...pushed(COOKING, 100), confirmed }),
      ).toBe("LATE");
      expect(
        judgeStatus({ status: CLOSED, timestamp: 100 }, { ...pushed(COOKING, 100), confirmed }),
      ).toBe("LATE");
    },
  );

  it("changes nothing when it is already known", () => {
    expect(judgeStatus({ status: COOKING, timestamp: 100 }, pushed(COOKING, 100))).toBe(
      "UNCHANGED",
    );
    expect(judgeStatus({ status: COOKING, timestamp: 100 }, pushed(COOKING, 200))).toBe(
      "UNCHANGED",
    );
    expect(judgeStatus({ status: COOKING, timestamp: 100 }, pushed(COOKING, 50))).toBe("UNCHANGED");
  });

  it("is late when it is older than the current one", () => {
    expect(judgeStatus({ status: READY, timestamp: 100 }, pushed(COOKING, 99))).toBe("LATE");
  });

  it.each([CLOSED, CANCELLED])("replaces %s only after a confirming read", (status) => {
    expect(judgeStatus({ status, timestamp: 100 }, pushed(COOKING, 200))).toBe(
      "NEEDS_CONFIRMATION",
    );
    expect(
      judgeStatus({ status, timestamp: 100 }, { ...pushed(COOKING, 200), confirmed: true }),
    ).toBe("APPLY");
  });

  it.each([CLOSED, CANCELLED])("that is older never replaces %s, confirmed or not", (status) => {
    expect(
      judgeStatus({ status, timestamp: 100 }, { ...pushed(COOKING, 50), confirmed: true }),
    ).toBe("LATE");
  });

  it("is final only when the order is closed or cancelled", () => {
    expect(Object.values(OrderStatus).filter(isFinal)).toEqual([CLOSED, CANCELLED]);
  });
});

describe("the timestamp of an update", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const inSeconds = (seconds: number) => now.getTime() + seconds * 1000;

  it.each([-86_400, -1, 0, 59])("is used as it is when %i s from now", (seconds) => {
    expect(countsFrom(inSeconds(seconds), now)).toBe(inSeconds(seconds));
  });

  it.each([61, 86_400, 10 * 365 * 86_400])(
    "is replaced by the time of arrival when %i s from now",
    (seconds) => {
      expect(countsFrom(inSeconds(seconds), now)).toBe(now.getTime());
    },
  );
});
