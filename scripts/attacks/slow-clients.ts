import { type Attack } from "./attack";
import { RawConnection, upgradeRequest } from "./raw-connection";
import { type Target } from "./target";

/** Longer than every deadline of a gateway with the default settings. */
const PATIENCE_MS = 50_000;
const SLEEPS_MS = 28_000;
const PIPELINED = 1_000;
const HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

type Slow = (target: Target) => Promise<string>;

function dripping(first: string, drop: string): Slow {
  return async (target) => {
    const connection = new RawConnection(target);
    connection.write(first);
    await connection.drip(drop, 500, PATIENCE_MS);
    return connection.isOpen ? "still open" : connection.status;
  };
}

/**
 * Requests far more than the kernel buffers for a sleeping reader, and checks afterwards how much
 * of it was sent.
 */
async function sleepThroughAnswers(target: Target): Promise<string> {
  const option =
    "id article name price { amount currencyCode } availability { available asOf stale reason }";
  const nodes = `id name description sizes { id name price { amount } } optionGroups { id name options { ${option} } }`;
  const menu = `{ menu(branchId: "${target.branchId}") { sections { products(first: 100) { nodes { ${nodes} } } } } }`;
  const connection = new RawConnection(target);
  for (let n = 0; n < PIPELINED; n++) {
    const body = JSON.stringify({ query: menu });
    connection.write(`${HEAD}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  await connection.sleep(SLEEPS_MS);
  await connection.end(10_000);
  const answers = connection.text.split("HTTP/1.1 200").length - 1;
  return answers < PIPELINED ? "cut off" : "kept all";
}

const SLOW: Readonly<Record<string, readonly [expected: string, run: Slow]>> = {
  "a connection that says nothing": [
    "closed",
    async (target) => closedOr(await new RawConnection(target).end(PATIENCE_MS)),
  ],
  "headers that never end, a line each half second": [
    "408",
    dripping("GET /livez HTTP/1.1\r\nHost: x\r\n", "X: y\r\n"),
  ],
  "a line of headers that never ends": ["408", dripping("GET /livez HTTP/1.1\r\nX: ", "y")],
  "a body that never ends, a byte each half second": [
    "408",
    dripping(`${HEAD}Content-Length: 9999\r\n\r\n{`, " "),
  ],
  "a body in chunks that never ends": [
    "408",
    dripping(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, "1\r\n \r\n"),
  ],
  "a half-open upgrade": ["408", dripping(upgradeRequest(), "X: y\r\n")],
  "a reader over HTTP that sleeps": ["cut off", sleepThroughAnswers],
};

function closedOr(outcome: string): string {
  return outcome === "408" ? "closed" : outcome;
}

/** All of them take long and disturb nobody, so they run simultaneously, once for each target. */
const underWay = new WeakMap<Target, ReadonlyMap<string, Promise<string>>>();

function outcomeOf(title: string, target: Target): Promise<string> {
  const outcomes =
    underWay.get(target) ??
    new Map(Object.entries(SLOW).map(([name, [, run]]) => [name, run(target)] as const));
  underWay.set(target, outcomes);
  return outcomes.get(title) ?? Promise.resolve("not tried");
}

/** Clients that keep a connection busy but send or read next to nothing. */
export const slowClients: readonly Attack[] = Object.entries(SLOW).map(([title, [expected]]) => ({
  title,
  expected,
  withinMs: PATIENCE_MS,
  run: (target) => outcomeOf(title, target),
}));
