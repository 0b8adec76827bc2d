import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

import { RateLimited } from "../../src/errors";
import { EventStream } from "../../src/server/event-stream";
import { isStreamRefusal, SingleConnections } from "../../src/server/single-connections";

const ADDRESS = "198.51.100.7";

let counted: number;
let connections: SingleConnections;

beforeEach(() => {
  counted = 0;
  connections = new SingleConnections({ enter: () => counted++, leave: () => counted-- });
});

afterEach(() => connections.close());

function stream(): EventStream {
  const request = new IncomingMessage(new Socket());
  return new EventStream(
    { request, response: new ServerResponse(request) },
    { maxBufferedBytes: 1_000, pingIntervalMs: 60_000 },
  );
}

function reserve(address = ADDRESS): string {
  const token = connections.reserve(address);
  if (typeof token !== "string") throw token;
  return token;
}

describe("reserved event streams", () => {
  it("are limited to ten at a time per address, until some are opened", () => {
    const tokens = Array.from({ length: 10 }, () => reserve());
    const refusal = connections.reserve(ADDRESS);
    expect(refusal).toBeInstanceOf(RateLimited);
    expect(refusal).toMatchObject({ retryAfterSeconds: 10 });
    expect(counted).toBe(10);
    expect(isStreamRefusal(connections.open(tokens[0]!, stream))).toBe(false);
    reserve();
    expect(connections.reserve(ADDRESS)).toBeInstanceOf(RateLimited);
    reserve("198.51.100.8");
    expect(counted).toBe(12);
  });

  it("are limited to ten at a time per IPv6 network", () => {
    for (let n = 1; n <= 10; n++) reserve(`2001:db8::${n}`);
    expect(connections.reserve("2001:db8::11")).toBeInstanceOf(RateLimited);
  });

  it("no longer count as reserved once they have been opened and have ended", async () => {
    for (let round = 0; round < 3; round++) {
      const tokens = Array.from({ length: 10 }, () => reserve());
      const opened = tokens.map((token) => connections.open(token, stream));
      for (const each of opened) if (!isStreamRefusal(each)) each.end();
      await Promise.resolve();
    }
    expect(counted).toBe(0);
    for (let n = 0; n < 10; n++) reserve();
    expect(connections.reserve(ADDRESS)).toBeInstanceOf(RateLimited);
  });

  it("are never opened once the server stops, and no more are reserved", async () => {
    const open = reserve();
    connections.open(open, stream);
    const waiting = reserve();
    connections.close();
    expect(connections.open(waiting, stream)).toMatchObject({ status: 404 });
    expect(connections.reserve(ADDRESS)).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await Promise.resolve();
    expect(counted).toBe(0);
    expect(connections.begin(open, "a", 1)).toMatchObject({ status: 404 });
  });
});
