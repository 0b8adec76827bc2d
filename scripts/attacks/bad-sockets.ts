import { once } from "node:events";

import { WebSocket } from "ws";

import { type Attack } from "./attack";
import { closeCodeAfter, openSession, upgradeRefusal } from "./session";
import { type Target } from "./target";

const CAP_PER_ADDRESS = 200;
const INIT_PATIENCE_MS = 20_000;
/** No socket is closed for silence before this time. */
const SILENCE_MS = 3_000;
const READER_SLEEPS_MS = 1_500;
const INIT = JSON.stringify({ type: "connection_init" });

/**
 * Opens sockets that say nothing, sends a request over HTTP in the meantime, and waits for all of
 * them to be closed with 4408.
 */
async function flood(target: Target): Promise<string> {
  const closed: Promise<number>[] = [];
  // Later sockets may take the place of those already closed, of which we hear with a delay.
  const startedAt = performance.now();
  let open = 0;
  await Promise.all(
    Array.from({ length: target.options.floodSize }, async () => {
      const socket = new WebSocket(target.webSocketUrl, "graphql-transport-ws");
      socket.on("error", () => undefined);
      const close = new Promise<number>((resolve) => socket.once("close", resolve));
      const opened = await Promise.race([
        once(socket, "open").then(() => true),
        close.then(() => false),
      ]).catch(() => false);
      if (!opened) return;
      closed.push(close);
      if (performance.now() - startedAt < SILENCE_MS) open += 1;
    }),
  );
  const { summary } = await target.ask("{ __typename }");
  const tooLate = new Promise<number[]>((resolve) =>
    setTimeout(() => resolve([0]), INIT_PATIENCE_MS).unref(),
  );
  const codes = await Promise.race([Promise.all(closed), tooLate]);
  const bounded = open <= CAP_PER_ADDRESS ? "bounded" : `${open} open`;
  return `${bounded}, HTTP ${summary}, closed with ${[...new Set(codes)].join(" ")}`;
}

/** Makes the gateway send more answers than a sleeping reader accepts. */
async function sleepThroughAnswers(target: Target): Promise<string> {
  const { socket } = await openSession(target.webSocketUrl);
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve("dropped")));
  socket.on("error", () => undefined);
  socket.pause();
  const ping = JSON.stringify({ type: "ping", payload: { filler: "x".repeat(200_000) } });
  for (let n = 0; n < 200; n++) socket.send(ping);
  await new Promise((resolve) => setTimeout(resolve, READER_SLEEPS_MS));
  const { summary } = await target.ask("{ __typename }");
  socket.resume();
  const outcome = await Promise.race([
    closed,
    new Promise<string>((resolve) => setTimeout(() => resolve("kept"), 3_000)),
  ]);
  socket.terminate();
  return `${outcome}, HTTP ${summary}`;
}

/** What clients should not do with a WebSocket. */
export const badSockets: readonly Attack[] = [
  {
    title: "a socket from a foreign page",
    expected: "403",
    run: ({ webSocketUrl }) => upgradeRefusal(webSocketUrl, { origin: "https://evil.example" }),
  },
  {
    title: "an operation before the acknowledgement",
    expected: "4401",
    run: ({ webSocketUrl }) =>
      closeCodeAfter(webSocketUrl, (socket) =>
        socket.send(
          JSON.stringify({ id: "1", type: "subscribe", payload: { query: "{ __typename }" } }),
        ),
      ),
  },
  {
    title: "a second initialisation",
    expected: "4429",
    run: ({ webSocketUrl }) =>
      closeCodeAfter(webSocketUrl, (socket) => {
        socket.send(INIT);
        socket.send(INIT);
      }),
  },
  {
    title: "a message that is no JSON",
    expected: "4400",
    run: ({ webSocketUrl }) => closeCodeAfter(webSocketUrl, (socket) => socket.send("{ not json")),
  },
  {
    title: "a message over 256 KB",
    expected: "1009",
    run: ({ webSocketUrl }) =>
      closeCodeAfter(webSocketUrl, (socket) => socket.send("x".repeat(256 * 1024 + 1))),
  },
  {
    title: "a protocol of long ago",
    expected: "4406",
    run: ({ webSocketUrl }) => closeCodeAfter(webSocketUrl, () => undefined, []),
  },
  {
    title: "a reader that stops reading",
    unmetered: true,
    expected: "dropped, HTTP 200",
    withinMs: 10_000,
    run: sleepThroughAnswers,
  },
  {
    title: "a flood of sockets that say nothing",
    unmetered: true,
    expected: "bounded, HTTP 200, closed with 4408",
    withinMs: 30_000,
    run: flood,
  },
];
