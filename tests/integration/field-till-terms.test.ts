import { startSandbox } from "../../sandbox/start-sandbox";
import { TelegramChannel } from "../../src/adapters/telegram/telegram-channel";
import { HalfPrices } from "../../src/domain/ticket/half-prices";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { ChannelMoved } from "../../src/errors";
import { settingsErrors } from "../../src/services/branches/settings/settings-errors";
import { CHANNELS } from "../../src/vendors";
import { iikoBody } from "../support/iiko-body";

const COURIER = "22a379ab-ed6d-43cf-adaa-d0027b08f79c";
const PICK_UP = "32a379ab-ed6d-43cf-adaa-d0027b08f79c";
const SITE = "42a379ab-ed6d-43cf-adaa-d0027b08f79c";
const CHOSEN = {
  orderTerms: {
    deliveryOrderTypeId: COURIER,
    pickupOrderTypeId: PICK_UP,
    marketingSourceId: SITE,
    halfPrices: HalfPrices.HALVED,
  },
};
const FETCHED = { address: null };

describe("an order in iiko", () => {
  it("is for as many persons as the guest says, and for one by default", () => {
    expect(iikoBody({ guestCount: 3 }).order.guests).toEqual({
      count: 3,
      splitBetweenPersons: false,
    });
    expect(iikoBody({ guestCount: null }).order.guests.count).toBe(1);
    expect(iikoBody().order.guests.count).toBe(1);
  });

  it("has the order type chosen for its fulfilment, or else the service type, and never both", () => {
    const way = (fulfilment: Fulfilment, at = {}) => {
      const { orderTypeId = null, orderServiceType = null } = iikoBody(
        { fulfilment, ...FETCHED },
        at,
      ).order;
      return [orderTypeId, orderServiceType];
    };
    expect(way(Fulfilment.DELIVERY)).toEqual([null, "DeliveryByCourier"]);
    expect(way(Fulfilment.PICKUP)).toEqual([null, "DeliveryByClient"]);
    expect(way(Fulfilment.DELIVERY, CHOSEN)).toEqual([COURIER, null]);
    expect(way(Fulfilment.PICKUP, CHOSEN)).toEqual([PICK_UP, null]);
    const half = { orderTerms: { ...CHOSEN.orderTerms, pickupOrderTypeId: null } };
    expect(way(Fulfilment.PICKUP, half)).toEqual([null, "DeliveryByClient"]);
  });

  it("names the chosen marketing source, or none if none is chosen", () => {
    expect(iikoBody({}, CHOSEN).order.marketingSourceId).toBe(SITE);
    expect(iikoBody().order).not.toHaveProperty("marketingSourceId");
  });
});

describe("a topic of a Telegram group", () => {
  const errorsOf = (target: string) => {
    const fallback = [{ kind: "TELEGRAM", target, enabled: true }];
    return settingsErrors({ fallback }, { currencyCode: "RUB", channels: CHANNELS, ids: null }).map(
      ({ code, field }) => `${code} ${(field ?? []).join(".")}`,
    );
  };

  it.each([
    "-1001234567890",
    "@kitchen_orders",
    "123456789",
    "-1001234567890/42",
    "@kitchen_orders/2147483647",
  ])("is a valid target: %s", (target) => expect(errorsOf(target)).toEqual([]));

  it.each([
    "-1001234567890/",
    "-1001234567890/0",
    "-1001234567890/-4",
    "-1001234567890/2147483648",
    "-1001234567890/4/2",
    "-1001234567890/abc",
    "123456789/42",
    "/42",
    "@k/1",
    "https://t.me/kitchen/42",
  ])("is not a valid target: %s", (target) =>
    expect(errorsOf(target)).toEqual(["INVALID input.fallback.0.target"]),
  );

  it("receives its messages, and is kept when the group becomes a supergroup", async () => {
    const sandbox = await startSandbox({ port: 0 });
    try {
      const channel = new TelegramChannel(sandbox.telegramUrl, "123456:invented-token");
      const message = { id: "1", subject: "Order", text: "Заказ" };
      await channel.deliver("-100200300/42", message);
      await channel.deliver("-100200300", message);
      const answer = await fetch(`${sandbox.url}/_sandbox/telegram`);
      const { messages } = (await answer.json()) as { messages: object[] };
      expect(messages).toMatchObject([
        { chatId: "-100200300", topic: 42 },
        { chatId: "-100200300", topic: null },
      ]);
      const body = { ok: false, error_code: 400, parameters: { migrate_to_chat_id: -100900800 } };
      sandbox.faults.plan({
        path: "telegram",
        times: 2,
        fault: { kind: "status", status: 400, body },
      });
      const moved = (target: string) =>
        channel.deliver(target, message).catch((error: unknown) => error);
      expect(await moved("-200300/42")).toMatchObject({ movedTo: "-100900800/42" });
      const plain = await moved("-200300");
      expect(plain).toBeInstanceOf(ChannelMoved);
      expect(plain).toMatchObject({ movedTo: "-100900800" });
    } finally {
      await sandbox.close();
    }
  });
});
