import { DatabaseClock } from "../../src/postgres/database-clock";

const HOUR_MS = 3_600_000;
/** More than this machine may need for a line of code. */
const A_MOMENT_MS = 5_000;

describe("the database's clock", () => {
  const inAnHour = () => new Date(Date.now() + HOUR_MS);
  const aheadMs = (clock: DatabaseClock) => clock.now().getTime() - Date.now();

  it("is this machine's until the database has reported its time", () => {
    expect(Math.abs(aheadMs(new DatabaseClock()))).toBeLessThan(A_MOMENT_MS);
  });

  it("continues from what the database reported, whatever this machine's clock says by then", () => {
    const clock = new DatabaseClock();
    clock.learn(inAnHour(), performance.now());
    expect(Math.abs(aheadMs(clock) - HOUR_MS)).toBeLessThan(A_MOMENT_MS);
    const wall = jest.spyOn(Date, "now").mockReturnValue(0);
    const told = clock.now().getTime();
    wall.mockRestore();
    expect(Math.abs(told - Date.now() - HOUR_MS)).toBeLessThan(A_MOMENT_MS);
  });

  it("keeps the reading that was answered fastest, unless another contradicts it", () => {
    const clock = new DatabaseClock();
    clock.learn(inAnHour(), performance.now());
    const before = aheadMs(clock);
    // Requested two hours ago: it is consistent with the first, and less precise.
    clock.learn(new Date(Date.now() - HOUR_MS / 2), performance.now() - 2 * HOUR_MS);
    expect(Math.abs(aheadMs(clock) - before)).toBeLessThan(A_MOMENT_MS);
  });

  it("immediately follows a database whose clock has changed", () => {
    const clock = new DatabaseClock();
    clock.learn(inAnHour(), performance.now());
    clock.learn(new Date(), performance.now() - 1_000);
    expect(Math.abs(aheadMs(clock))).toBeLessThan(A_MOMENT_MS);
  });
});
