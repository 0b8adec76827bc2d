import { Child } from "../child";
import { type Bar } from "../report";
import { quantile } from "../rounds";
import { type FanOut, type Server } from "./fan-out";
import { Crowd, FOLLOW } from "./listening";
import { localPorts, openFileLimit } from "./open-file-limit";
import { ADMIN_API_KEY } from "./restaurant";

const PROCESSES = 2;
/**
 * Allows for what a process has open besides its sockets, and for the ports that other programs
 * use.
 */
const SPARE = 1_000;
const ASKED_PER_PROCESS = 9_000;
const ROUNDS = 40;

interface Side {
  readonly servers: readonly Child[];
  readonly crowds: readonly Crowd[];
}

/** Sends one event to as many followers on two processes as the machine admits. */
export async function measureTwoProcesses(fanOut: FanOut, quick: boolean): Promise<Bar[]> {
  const each = quick ? 500 : Math.min(openFileLimit(), localPorts()) - SPARE;
  const { restaurant, startGateway } = fanOut;
  const [order = ""] = fanOut.orders;
  const ours = await open(() => startGateway({ MAX_SOCKETS: String(each + SPARE) }), {
    count: each,
    authorization: `Bearer ${ADMIN_API_KEY}`,
    operations: [{ query: FOLLOW, variables: { branchId: restaurant.branchId } }],
  });
  const bare = await open(() => Child.start("subscriptions/raw-broadcast", {}), { count: each });
  const happen = () => restaurant.happen(order, 1);
  const { sample } = await timeAll(ours, happen);
  const broadcast = () =>
    Promise.all(bare.servers.map((server) => server.ask({ text: sample, times: 1 })));
  const times = await race(ours, happen, bare, broadcast);
  for (const { crowds, servers } of [ours, bare])
    await Promise.all([...crowds, ...servers].map((child) => child.stop()));
  return report(each, times, quick);
}

async function open(
  start: () => Promise<Server>,
  clients: { readonly count: number } & Partial<Parameters<typeof Crowd.open>[0]>,
): Promise<Side> {
  const started = await Promise.all(Array.from({ length: PROCESSES }, start));
  const crowds = await Promise.all(
    started.map(([, { url }]) => Crowd.open({ ...clients, url: url.replace(/^http/, "ws") })),
  );
  return { servers: started.map(([server]) => server), crowds };
}

/** Until the last client of all processes has received the one event. */
async function timeAll(
  { crowds }: Side,
  cause: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly sample: string }> {
  let caused: Promise<unknown> | undefined;
  const once = () => (caused ??= cause());
  const times = await Promise.all(crowds.map((crowd) => crowd.time(1, once)));
  return { ms: Math.max(...times.map(({ ms }) => ms)), sample: times[0]?.sample ?? "" };
}

async function race(
  ours: Side,
  happen: () => Promise<unknown>,
  bare: Side,
  broadcast: () => Promise<unknown>,
): Promise<{ readonly ours: number[]; readonly bare: number[] }> {
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push((await timeAll(ours, happen)).ms);
    times.bare.push((await timeAll(bare, broadcast)).ms);
  }
  return times;
}

function report(
  each: number,
  { ours, bare }: { readonly ours: readonly number[]; readonly bare: readonly number[] },
  quick: boolean,
): Bar[] {
  const [gateway, raw] = [ours, bare].map((times) => ({
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }));
  if (!gateway || !raw) throw new Error("Somebody is missing");
  console.log(
    `${PROCESSES} × ${each} followers (${openFileLimit()} open files a process, ${localPorts()} ports): ` +
      `event → last client p50 ${gateway.p50.toFixed(0)} ms, p99 ${gateway.p99.toFixed(0)} ms; ` +
      `raw ws p50 ${raw.p50.toFixed(0)} ms, p99 ${raw.p99.toFixed(0)} ms`,
  );
  return [
    {
      name: "event → last client on two processes, p99, gateway / raw ws",
      reached: gateway.p99 / raw.p99,
      atMost: 1.5,
    },
    { name: "followers of each process", reached: each, atLeast: quick ? 0 : ASKED_PER_PROCESS },
  ];
}
