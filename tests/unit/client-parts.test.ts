import { BackOff } from "../../packages/client/src/back-off";
import { EventQueue } from "../../packages/client/src/event-queue";
import { Pulse } from "../../packages/client/src/pulse";

describe("the client's back-off", () => {
  const delays = (random: number, count: number) => {
    const backOff = new BackOff(() => random);
    return Array.from({ length: count }, () => backOff.nextDelayMs());
  };

  it("doubles up to half a minute, with the second half of each pause random", () => {
    expect(delays(0, 8)).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(delays(1, 8)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it("starts again after a success, and respects the delay that the gateway names", () => {
    const backOff = new BackOff(() => 0);
    for (let failure = 0; failure < 5; failure++) backOff.nextDelayMs();
    backOff.succeeded();
    expect(backOff.nextDelayMs()).toBe(250);
    expect(backOff.nextDelayMs(9_000)).toBe(9_000);
  });
});

describe("the client's event queue", () => {
  async function read(queue: EventQueue<number>): Promise<(number | string)[]> {
    const items: (number | string)[] = [];
    try {
      for await (const item of queue) items.push(item);
    } catch (error) {
      items.push(String(error));
    }
    return items;
  }

  it("delivers everything before its end, in order, also to a waiting reader", async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    const items = read(queue);
    await Promise.resolve();
    queue.push(2);
    queue.push(3);
    queue.end();
    queue.fail(new Error("too late"));
    expect(await items).toEqual([1, 2, 3]);
  });

  it("fails only after what came before has been delivered", async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    queue.fail(new Error("lost"));
    expect(await read(queue)).toEqual([1, "Error: lost"]);
  });
});

describe("the client's heartbeat", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("probes a quiet connection, and gives it up when there is no reply", () => {
    const story: string[] = [];
    const pulse = new Pulse(
      () => story.push("asked"),
      () => story.push("dead"),
    );
    jest.advanceTimersByTime(14_000);
    pulse.heard();
    jest.advanceTimersByTime(14_000);
    expect(story).toEqual([]);
    jest.advanceTimersByTime(2_000);
    pulse.heard();
    jest.advanceTimersByTime(15_000);
    expect(story).toEqual(["asked", "asked"]);
    jest.advanceTimersByTime(10_000);
    expect(story).toEqual(["asked", "asked", "dead"]);
    jest.advanceTimersByTime(100_000);
    expect(story).toHaveLength(3);
  });

  it("waits for less time when someone returns to the page", () => {
    const story: string[] = [];
    const pulse = new Pulse(
      () => story.push("asked"),
      () => story.push("dead"),
    );
    pulse.check();
    jest.advanceTimersByTime(3_000);
    expect(story).toEqual(["asked", "dead"]);
  });
});
