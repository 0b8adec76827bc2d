import { createClient } from "../../packages/client/src/create-client";
import { type TrackedEvent } from "../../packages/client/src/operations";

const aStatus = (cursor: string, to: string, previousCursor?: string | null) => ({
  ...(previousCursor !== undefined && { previousCursor }),
  __typename: "OrderStatusEvent",
  id: cursor,
  cursor,
  at: "2026-11-25T12:00:00Z",
  source: "IIKO",
  summary: to,
  from: null,
  to,
  lateBySeconds: null as number | null,
});

/** An event stream that breaks off after these answers, unless the last of them completes it. */
function aStream(...answers: (object | "complete")[]): Response {
  const text = answers
    .map((answer) =>
      answer === "complete"
        ? "event: complete\ndata:\n\n"
        : `event: next\ndata: ${JSON.stringify(answer)}\n\n`,
    )
    .join("");
  return new Response(`:\n\n${text}`, { headers: { "content-type": "text/event-stream" } });
}

const news = (event: object) => ({ data: { trackOrder: event } });

/** For networks that let no socket through. */
class NoSocket {
  onopen = null;
  onmessage = null;
  onclose = null;
  onerror = null;
  send = () => undefined;
  close = () => undefined;
  constructor() {
    throw new Error("forbidden by a policy");
  }
}

/** Follows an order through these answers, one per request. */
async function follow(
  ...answers: Response[]
): Promise<{ events: TrackedEvent[]; asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  const events: TrackedEvent[] = [];
  const fetch = (_url: unknown, init?: RequestInit) => {
    asked.push(
      (JSON.parse(init?.body as string) as { variables: { after?: string } }).variables.after,
    );
    return Promise.resolve(answers.shift() ?? Response.error());
  };
  const client = createClient({ url: "http://gateway/graphql", webSocketImpl: NoSocket, fetch });
  for await (const event of client.trackOrder("token")) events.push(event);
  return { events, asked };
}

describe("the client follows an order", () => {
  it("from its last cursor after a lost connection, and reports a repeated event once", async () => {
    const { events, asked } = await follow(
      aStream(news(aStatus("1", "NEW")), news(aStatus("2", "COOKING"))),
      aStream(news(aStatus("2", "COOKING")), news(aStatus("3", "CLOSED"))),
    );
    expect(events.map(({ cursor }) => cursor)).toEqual(["1", "2", "3"]);
    expect(asked).toEqual([undefined, "2"]);
  });

  it("past an event that arrives too late to end it", async () => {
    const late = { ...aStatus("2", "CANCELLED"), lateBySeconds: 60 };
    const { events } = await follow(
      aStream(news(aStatus("1", "NEW")), news(late), news(aStatus("3", "CLOSED"))),
    );
    expect(events.map(({ cursor }) => cursor)).toEqual(["1", "2", "3"]);
  });

  it("again after a temporary failure, no sooner than the gateway says", async () => {
    const extensions = { code: "RATE_LIMITED", retryable: true, retryAfterSeconds: 1 };
    const busy = aStream({ errors: [{ message: "Too many", extensions }] });
    const startedAt = performance.now();
    const { events } = await follow(busy, aStream(news(aStatus("1", "CLOSED"))));
    expect(events).toHaveLength(1);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it("again after a router that has lost the gateway reports an error and ends the stream", async () => {
    const lost = {
      message: "Subscription ended",
      extensions: { code: "DOWNSTREAM_SERVICE_ERROR" },
    };
    const { events, asked } = await follow(
      aStream(news(aStatus("1", "NEW")), { errors: [lost] }, "complete"),
      aStream({ errors: [{ message: "Unexpected error." }] }, "complete"),
      aStream(news(aStatus("2", "CLOSED"))),
    );
    expect(events.map(({ cursor }) => cursor)).toEqual(["1", "2"]);
    expect(asked).toEqual([undefined, "1", "1"]);
  });

  it("again when a stream completes before the order has reached its end", async () => {
    const { events, asked } = await follow(
      aStream(news(aStatus("1", "NEW")), "complete"),
      aStream(news(aStatus("2", "CLOSED"))),
    );
    expect(events.map(({ cursor }) => cursor)).toEqual(["1", "2"]);
    expect(asked).toEqual([undefined, "1"]);
  });

  it("from before a gap, and reports nothing from beyond it", async () => {
    const { events, asked } = await follow(
      aStream(news(aStatus("1", "NEW", null)), news(aStatus("3", "READY", "2"))),
      aStream(news(aStatus("3", "READY", "2"))),
      aStream(news(aStatus("2", "COOKING", "1")), news(aStatus("3", "READY", "2"))),
      aStream(news(aStatus("4", "CLOSED", "3"))),
    );
    expect(events.map(({ cursor }) => cursor)).toEqual(["1", "2", "3", "4"]);
    expect(asked).toEqual([undefined, "1", "1", "3"]);
  });

  it("past a gap that remains however often it asks", async () => {
    const broken = () => aStream(news(aStatus("3", "CLOSED", "2")));
    const { events } = await follow(
      aStream(news(aStatus("1", "NEW", null))),
      ...[broken(), broken(), broken(), broken()],
    );
    expect(events.map(({ cursor }) => cursor)).toEqual(["1", "3"]);
  });

  it("no further after a permanent failure", async () => {
    const refusal = {
      message: "No",
      extensions: { code: "NOT_FOUND", retryable: false, requestId: "r1" },
    };
    const failure = follow(aStream(news(aStatus("1", "NEW"))), aStream({ errors: [refusal] }));
    await expect(failure).rejects.toMatchObject({
      code: "NOT_FOUND",
      requestId: "r1",
      retryable: false,
    });
  });
});
