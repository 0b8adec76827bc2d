import { type Context } from "../../src/context";
import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { UserErrorCode } from "../../src/domain/errors/user-error-code";
import { RateLimited } from "../../src/errors";
import { guardGuesses } from "../../src/resolvers/checkout/guard-guesses";
import { PromoCodeGuesses } from "../../src/security/promo-code-guesses";

const ANYBODY: Viewer = { kind: "anonymous" };
const KEY: Viewer = {
  kind: "key",
  keyId: "1",
  label: "till",
  scope: Scope.OPERATOR,
  branchIds: null,
};

describe("Guesses at promo codes", () => {
  let now = 1_000_000;
  let guesses: PromoCodeGuesses;
  beforeEach(() => {
    guesses = new PromoCodeGuesses({ now: () => new Date(now) });
  });

  /** @param wrong how many of five codes do not exist */
  function ask(wrong: number, viewer = ANYBODY, remoteAddress = "192.0.2.1"): Promise<unknown> {
    const told = Array.from({ length: wrong }, () => ({ code: UserErrorCode.PROMO_NOT_FOUND }));
    const caller = { viewer, remoteAddress } as Context;
    return guardGuesses(
      guesses,
      caller,
      ["A", "B", "C", "D", "E"],
      async (questions) => {
        await questions.admit();
        return told;
      },
      (answer) => answer,
    );
  }

  it("are not counted while they are correct", async () => {
    for (let order = 0; order < 100; order++) await ask(0);
  });

  it("stop after twenty wrong ones: even a correct one fails until half a minute has passed for each", async () => {
    for (let order = 0; order < 4; order++) await ask(5);
    await expect(ask(0)).rejects.toThrow(RateLimited);
    now += 149_000;
    await expect(ask(0)).rejects.toThrow(RateLimited);
    now += 1_000;
    await ask(0);
  });

  it("are counted before they are answered, so that many simultaneous ones gain nothing", async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => ask(5)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
  });

  it("are not counted for a caller who repeats an accepted order after the limit is reached", async () => {
    for (let order = 0; order < 4; order++) await ask(5);
    const caller = { viewer: ANYBODY, remoteAddress: "192.0.2.1" } as Context;
    const replayed = () => Promise.resolve([]);
    expect(await guardGuesses(guesses, caller, ["A"], replayed, (answer) => answer)).toEqual([]);
    await expect(ask(0)).rejects.toThrow(RateLimited);
  });

  it("are counted per address, and never for a key", async () => {
    for (let order = 0; order < 4; order++) await ask(5);
    await ask(5, ANYBODY, "192.0.2.2");
    for (let order = 0; order < 10; order++) await ask(5, KEY);
  });
});
