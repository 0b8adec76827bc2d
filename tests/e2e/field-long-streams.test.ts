import { eventually } from "../support/eventually";
import { SampleServer } from "../support/sample-server";
import { beginOperation, openStream, reserveStream } from "../support/single-connection";
import { SseClient } from "../support/sse-client";

let server: SampleServer;

afterEach(() => server.running.close());

describe("long answers in event streams", () => {
  const MB = 2 ** 20;
  const long = (length: number) => `{ filler(length: ${length}) }`;
  const lengths = (stream: SseClient) =>
    stream.events.map(({ event, data }) => {
      const { id, payload = data } = (data ?? {}) as { id?: string; payload?: unknown };
      return [
        id,
        event,
        (payload as { data?: { filler?: string } } | undefined)?.data?.filler?.length,
      ];
    });

  it("arrive whole on connections of their own", async () => {
    server = await SampleServer.start();
    const stream = await SseClient.open({ url: server.graphqlUrl, body: { query: long(2 * MB) } });
    await stream.whole();
    expect(lengths(stream)).toEqual([
      [undefined, "next", 2 * MB],
      [undefined, "complete", undefined],
    ]);
    expect(await stream.closed).toBe(true);
  });

  it("arrive whole on one connection, however many are requested together, with events in between", async () => {
    server = await SampleServer.start({ webSocketLimits: { maxBufferedBytes: 64 * 1024 } });
    const token = await reserveStream(server);
    const stream = await openStream(server, token);
    const ids = ["a", "b", "c", "d"];
    await Promise.all([
      ...ids.map((id) => beginOperation(server, token, { id, query: long(2 * MB) })),
      beginOperation(server, token, { id: "e", query: "subscription { count(to: 50) }" }),
    ]);
    await eventually(() => stream.text.match(/event: complete/g)?.length === 5);
    const told = lengths(stream);
    for (const id of ids) {
      expect(told.filter(([of]) => of === id)).toEqual([
        [id, "next", 2 * MB],
        [id, "complete", undefined],
      ]);
    }
    expect(told.filter(([of]) => of === "e")).toHaveLength(51);
    expect(server.running.cutOffReaders()).toBe(0);
    stream.leave();
  });

  it("count as unread even after their end, until they are read", async () => {
    const httpLimits = { readTimeoutMs: 600_000, unreadBytesPerAddress: 30 * MB };
    server = await SampleServer.start({ httpLimits });
    const sleeping: SseClient[] = [];
    for (let n = 0; n < 3; n++) {
      const stream = await SseClient.open({
        url: server.graphqlUrl,
        body: { query: long(20 * MB) },
      });
      stream.response.pause();
      sleeping.push(stream);
    }
    // Two of twenty megabytes are more than thirty.
    await eventually(
      () => server.running.cutOffReaders() === 2 && server.running.connections() === 1,
    );
    for (const stream of sleeping) stream.leave();
    await eventually(() => server.running.connections() === 0);
  });

  it("are abandoned if the client does not read them", async () => {
    server = await SampleServer.start({ httpLimits: { readTimeoutMs: 300 } });
    const token = await reserveStream(server);
    const stream = await openStream(server, token);
    stream.response.pause();
    for (const id of ["a", "b", "c"])
      await beginOperation(server, token, { id, query: long(20 * MB) });
    await eventually(() => server.running.connections() === 0);
    expect((await beginOperation(server, token, { id: "d", query: "{ hello }" })).status).toBe(404);
    stream.leave();
  });
});
