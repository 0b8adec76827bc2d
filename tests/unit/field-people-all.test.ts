import { InjectionState } from "../../src/domain/orders/injection-state";
import { progressOf } from "../../src/domain/orders/order-progress";
import { OrderStage } from "../../src/domain/orders/order-stage";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { statusSummary } from "../../src/domain/orders/stage-words";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";

const NOW = new Date("2026-12-01T12:00:00Z");
const TIMES = {
  createdAt: NOW,
  statusChangedAt: NOW,
  wantedAt: null,
  estimatedAt: null,
  handedOverAt: null,
};
const PROMISE = {
  ...TIMES,
  promisedAt: new Date("2026-12-01T12:48:00Z"),
  promisedFrom: null,
  promisedTo: null,
  courier: { name: "Пётр" },
};

const { NEW, UNCONFIRMED, ON_THE_WAY, WAITING_FOR_COURIER, CANCELLED } = OrderStatus;
const { DELIVERY, PICKUP, DINE_IN } = Fulfilment;
const { ENTERED_BY_HAND } = InjectionState;

describe("Whatever becomes of an order", () => {
  const ways = Object.values(Fulfilment);
  const statuses = Object.values(OrderStatus);
  const states = Object.values(InjectionState);
  const all = ways.flatMap((fulfilment) =>
    statuses.flatMap((status) =>
      states.map((injectionState) => ({ fulfilment, status, injectionState })),
    ),
  );
  const over = new Set(["DELIVERED", "CLOSED", "CANCELLED"]);

  it.each(["ru", "en"] as const)("nothing false is said about it, in %s", (locale) => {
    for (const order of all) {
      const { stage, summary, expectedAt, steps } = progressOf(
        { ...PROMISE, ...order },
        { now: NOW, timeZone: "Europe/Moscow", locale },
      );
      expect(summary).not.toBe("");
      if (over.has(stage)) expect([expectedAt, summary.match(/\d/)]).toEqual([null, null]);
      if (order.status === CANCELLED) expect(stage).toBe("CANCELLED");
      if (order.fulfilment !== DELIVERY)
        expect(summary).not.toMatch(/пути|курьер|доставлен|on the way|courier|deliver/i);
      if (stage !== OrderStage.CANCELLED)
        expect(steps.filter(({ current }) => current)).toHaveLength(1);
      const unsaid = order.status === NEW || order.status === UNCONFIRMED;
      if (unsaid && order.injectionState !== ENTERED_BY_HAND)
        expect(steps.filter(({ done }) => done).length).toBeLessThanOrEqual(1);
    }
  });

  it("its timeline mentions a courier and a delivery only if there is one", () => {
    for (const fulfilment of [PICKUP, DINE_IN]) {
      for (const status of statuses) {
        const { ru, en } = statusSummary(status, fulfilment);
        expect(`${ru} ${en}`).not.toMatch(/курьер|доставлен|courier|deliver/i);
      }
    }
    expect(statusSummary(ON_THE_WAY, DELIVERY).ru).toBe("Курьер в пути");
    expect(statusSummary(WAITING_FOR_COURIER, PICKUP).en).toBe(
      "The order is packed and can be collected",
    );
  });
});
