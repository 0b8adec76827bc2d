import { isTooLateToSend } from "../../src/domain/orders/decide-start";

const at = (time: string) => new Date(`2026-03-01T${time}Z`);

describe("an order that must be submitted within 30 minutes", () => {
  it.each([
    ["as soon as possible", null, null, "12:30", false],
    ["as soon as possible", null, null, "12:31", true],
    ["as soon as possible, first attempt planned at once", null, "12:00", "12:31", true],
    ["for later", "18:00", null, "17:59", false],
    ["for later", "18:00", "12:00", "18:01", true],
    ["for soon", "12:10", "12:00", "12:11", true],
    ["with a repeat planned", null, "12:29", "12:31", false],
    ["with a repeat planned", null, "12:29", "13:00", true],
    ["with a repeat planned after the wanted time", "12:10", "12:11", "12:12", false],
    ["that a person sent again a day later", "18:00", "23:00", "23:01", false],
  ])(
    "%s (wanted %s, next attempt %s) is too late at %s: %s",
    (_what, wanted, next, now, tooLate) => {
      const [wantedAt, nextAttemptAt] = [wanted, next].map((time) =>
        time === null ? null : at(`${time}:00`),
      );
      const order = {
        createdAt: at("12:00:00"),
        wantedAt: wantedAt ?? null,
        nextAttemptAt: nextAttemptAt ?? null,
      };
      expect(isTooLateToSend(order, 30, at(`${now}:00`))).toBe(tooLate);
    },
  );
});
