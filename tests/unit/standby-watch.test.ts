import { StandbyWatch } from "../../src/gateway/standby-watch";

const none = { synchronous: 0, asynchronous: 0 };

describe("the standby watch", () => {
  it("warns once while there are standbys but none is synchronous, and reports when one is", async () => {
    let found: { synchronous: number; asynchronous: number } = none;
    const told: (string | null)[] = [];
    const watch = new StandbyWatch(
      () => Promise.resolve(found),
      (warning) => told.push(warning),
    );
    await watch.look();
    expect(watch.warning).toBeNull();
    found = { synchronous: 0, asynchronous: 1 };
    await watch.look();
    await watch.look();
    expect(watch.warning).toMatch(/none is synchronous/);
    found = { synchronous: 1, asynchronous: 1 };
    await watch.look();
    expect(watch.warning).toBeNull();
    expect(told).toEqual([expect.stringMatching(/none is synchronous/), null]);
  });

  it("keeps its last known state while the database does not respond", async () => {
    const answers = [Promise.resolve({ synchronous: 0, asynchronous: 1 })];
    const watch = new StandbyWatch(
      () => answers.shift() ?? Promise.reject(new Error("away")),
      () => undefined,
    );
    await watch.look();
    await watch.look();
    expect(watch.standbys).toEqual({ synchronous: 0, asynchronous: 1 });
  });
});
