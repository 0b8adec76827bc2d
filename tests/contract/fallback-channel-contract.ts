import { Moment } from "../../src/domain/time/moment";
import { CallHeldBack, ChannelFailed, ChannelPaused } from "../../src/errors";
import { type FallbackChannel } from "../../src/ports/fallback-channel";
import { type CaughtMessage } from "../support/caught-messages";

/** A channel with a receiver at its other end, and the means to make it fail. */
export interface ChannelUnderTest {
  readonly channel: FallbackChannel;
  readonly target: string;
  /** What an error must never contain: passwords, tokens, addresses. */
  readonly secrets: readonly string[];
  caught(): Promise<CaughtMessage[]>;
  /** The next message is refused. */
  refuseNext(): void;
  /**
   * The next message is refused for now. @returns the requested pause in milliseconds; null when
   * none is stated
   */
  pauseNext(): number | null;
  stop(): Promise<void>;
}

const TEXT = [
  "Заказ № 1007 не попал на кассу. Внесите его вручную.",
  "",
  "2 × Маргарита (Большая), арт. 64: 830.00",
  "    + 1 × Песто <b>&amp;</b> *соус* _дня_ 🍕",
  "Гость: Тест, +79990000009",
  ".",
  "Итого: 830.00 RUB",
].join("\n");

const MESSAGE = {
  id: "b7a3f0de-7c11-4a58-9d0a-6c0e8f3f1b52",
  subject: "Заказ № 1007: внесите вручную",
  text: TEXT,
};

/**
 * The contract of every adapter of {FallbackChannel}. `start` returns a fresh channel for each
 * test.
 */
export function describeFallbackChannel(
  name: string,
  start: () => Promise<ChannelUnderTest>,
): void {
  describe(`${name} as a fallback channel`, () => {
    let under: ChannelUnderTest;

    beforeEach(async () => {
      under = await start();
    });

    afterEach(() => under.stop());

    function failure(): Promise<unknown> {
      return under.channel.deliver(under.target, MESSAGE).catch((error: unknown) => error);
    }

    it("delivers the text as it is, letter by letter and line by line", async () => {
      await under.channel.deliver(under.target, MESSAGE);
      expect(await under.caught()).toEqual([{ target: under.target, text: TEXT }]);
    });

    it("says when a message is not taken, and takes it when asked again", async () => {
      under.refuseNext();
      const refused = await failure();
      expect(refused).toBeInstanceOf(ChannelFailed);
      expect(refused).not.toBeInstanceOf(ChannelPaused);
      expect(await under.caught()).toEqual([]);
      await under.channel.deliver(under.target, MESSAGE);
      expect(await under.caught()).toHaveLength(1);
    });

    it("tells a pause that is asked for from a failure", async () => {
      const retryAfterMs = under.pauseNext();
      const paused = await failure();
      expect(paused).toBeInstanceOf(ChannelPaused);
      expect(paused).toMatchObject({ retryAfterMs, mayHaveArrived: false });
      expect(await under.caught()).toEqual([]);
    });

    it("asks its guard, and sends what that lets through", async () => {
      const prove = jest.fn(() => Promise.resolve(Moment.now()));
      await under.channel.deliver(under.target, MESSAGE, 0, { prove });
      expect(prove).toHaveBeenCalledTimes(1);
      expect(await under.caught()).toEqual([{ target: under.target, text: TEXT }]);
    });

    it.each([
      ["says no", () => Promise.reject(new CallHeldBack("Others have it"))],
      ["cannot tell", () => Promise.reject(new Error("No database"))],
    ])("holds a message back when its guard %s: nothing arrives", async (_why, prove) => {
      const held = under.channel.deliver(under.target, MESSAGE, 0, { prove });
      await expect(held).rejects.toThrow(CallHeldBack);
      await under.channel.deliver(under.target, { ...MESSAGE, text: "Later" });
      expect((await under.caught()).map(({ text }) => text)).toEqual(["Later"]);
    });

    it("holds a message back that was let through too long ago", async () => {
      const proven = Moment.now();
      const now = Date.now.bind(Date);
      const standsStill = jest.spyOn(Date, "now").mockImplementation(() => now() + 2_100);
      const held = under.channel.deliver(under.target, MESSAGE, 0, {
        prove: () => Promise.resolve(proven),
      });
      await expect(held).rejects.toThrow(CallHeldBack);
      standsStill.mockRestore();
      expect(await under.caught()).toEqual([]);
    });

    it("needs one call for a message, and several for more than it holds", () => {
      expect(under.channel.callsFor(MESSAGE)).toBe(1);
      expect(under.channel.callsFor({ ...MESSAGE, text: TEXT.repeat(1_000) })).toBeGreaterThan(1);
    });

    it("says when nobody is there", async () => {
      await under.stop();
      expect(await failure()).toBeInstanceOf(ChannelFailed);
    });

    it("tells no secrets and no addresses in its errors", async () => {
      under.refuseNext();
      const refused = await failure();
      await under.stop();
      for (const error of [refused, await failure()]) {
        const { message } = error as Error;
        for (const secret of [...under.secrets, under.target, "+79990000009"])
          expect(message).not.toContain(secret);
      }
    });

    it("delivers many messages at once", async () => {
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          under.channel.deliver(under.target, {
            ...MESSAGE,
            id: `message-${index}`,
            text: `Order ${index}`,
          }),
        ),
      );
      expect(new Set((await under.caught()).map(({ text }) => text)).size).toBe(10);
    });
  });
}
