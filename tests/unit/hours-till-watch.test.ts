import { afterLook, type TillWatch, UNWATCHED } from "../../src/domain/tills/till-watch";

const NOW = new Date("2026-11-25T12:00:00Z");

/** @param looks "+" when the till answered, "-" when it did not */
function after(looks: string, before = UNWATCHED): TillWatch {
  return [...looks].reduce((watch, look, index) => {
    const now = new Date(NOW.getTime() + index * 20_000);
    return afterLook(watch, look === "+", now);
  }, before);
}

describe("A till that is being probed", () => {
  it.each([
    ["+", false],
    ["+-", false],
    ["+--", true],
    ["+-+-", false],
    ["+--+", true],
    ["+--+-+", true],
    ["+--++", false],
    ["+--++-", false],
  ])("after %s keeps orders from being accepted: %s", (looks, isPaused) => {
    expect(after(looks).silentSince !== null).toBe(isPaused);
  });

  it("that has never answered pauses nothing: the key may not have access to it", () => {
    expect(after("-----").silentSince).toBeNull();
  });

  it("keeps the start of its pause", () => {
    expect(after("+-----").silentSince).toEqual(new Date(NOW.getTime() + 40_000));
  });
});
