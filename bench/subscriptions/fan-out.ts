import { Child, type Usage } from "../child";
import { type Bar } from "../report";
import { median, quantile } from "../rounds";
import { Crowd, FOLLOW, type Listening, TRACK } from "./listening";
import { ADMIN_API_KEY, type Restaurant } from "./restaurant";

const ROUNDS = 12;
/** In one transaction, so that the delivery is measured and not the writing. */
const BURST = 20;
const LOOKS = 6;

export interface FanOut {
  readonly restaurant: Restaurant;
  /** One for each client. */
  readonly orders: readonly string[];
  readonly startGateway: (more?: NodeJS.ProcessEnv) => Promise<Server>;
}

export type Server = readonly [Child, { readonly url: string }];

interface Side {
  readonly server: Child;
  readonly crowd: Crowd;
  readonly kilobytesPerClient: number;
}

/**
 * Measures one event for all clients, and what a client costs while nothing happens, compared with
 * bare sockets.
 */
export async function measureFanOut(fanOut: FanOut): Promise<Bar[]> {
  const { restaurant, orders } = fanOut;
  const [order = ""] = orders;
  const count = orders.length;
  const trackers = await open(await fanOut.startGateway(), {
    count,
    operations: orders.map((id) => track(restaurant, id)),
    greetings: 1,
  });
  await close(trackers);
  const followers = await open(await fanOut.startGateway(), {
    count,
    authorization: `Bearer ${ADMIN_API_KEY}`,
    operations: [{ query: FOLLOW, variables: { branchId: restaurant.branchId } }],
  });
  const bare = await open(await Child.start("subscriptions/raw-broadcast", {}, ["--expose-gc"]), {
    count,
  });
  const { sample } = await followers.crowd.time(1, () => restaurant.happen(order, 1));
  const broadcast = (times: number) => bare.server.ask({ text: sample, times });
  const happen = (times: number) => restaurant.happen(order, times);
  const race = await runRace([
    [followers.crowd, happen],
    [bare.crowd, broadcast],
  ]);
  await close(followers);
  await close(bare);
  return report(count, Buffer.byteLength(sample), race, [trackers, followers, bare]);
}

function track(restaurant: Restaurant, orderId: string): { query: string; variables: object } {
  return { query: TRACK, variables: { token: restaurant.trackingToken(orderId) } };
}

/**
 * The first clients make a server grow in ways that later clients do not, so they are not counted.
 */
async function open([server, { url }]: Server, clients: Omit<Listening, "url">): Promise<Side> {
  const listening = { ...clients, url: url.replace(/^http/, "ws") };
  const first = Math.ceil(listening.count / 5);
  const more = listening.count - first;
  const crowd = await Crowd.open({ ...listening, count: first });
  const before = await restingBytes(server);
  await crowd.join({ ...listening, count: more });
  const after = await restingBytes(server);
  return { server, crowd, kilobytesPerClient: (after - before) / more / 1024 };
}

/**
 * What opening the connections has left behind is released little by little: each check collects
 * garbage, and frees the pages that are empty by then.
 */
async function restingBytes(server: Child): Promise<number> {
  let least = Infinity;
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    least = Math.min(least, (await server.ask<Usage>({})).rssBytes);
  }
  return least;
}

async function close({ server, crowd }: Side): Promise<void> {
  await crowd.stop();
  await server.stop();
}

type Contestant = readonly [crowd: Crowd, cause: (times: number) => Promise<unknown>];

interface Times {
  readonly single: number[];
  readonly burst: number[];
}

/** In turn, round after round, so that anything else the machine does slows down both. */
async function runRace(contestants: readonly Contestant[]): Promise<Times[]> {
  const times = contestants.map((): Times => ({ single: [], burst: [] }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, [crowd, cause]] of contestants.entries()) {
      const { ms: single } = await crowd.time(1, () => cause(1));
      const { ms: burst } = await crowd.time(BURST, () => cause(BURST));
      // The first round is a warm-up.
      if (round > 0) times[index]?.single.push(single);
      if (round > 0) times[index]?.burst.push(burst);
    }
  }
  return times;
}

function report(
  count: number,
  bytes: number,
  [ours, raw]: Times[],
  [trackers, followers, bare]: Side[],
): Bar[] {
  if (!ours || !raw || !trackers || !followers || !bare) throw new Error("Somebody is missing");
  console.log(`${count} clients, ${bytes} bytes for each event`);
  for (const [name, { single, burst }] of [
    ["gateway", ours],
    ["raw ws", raw],
  ] as const) {
    const perSecond = (count * BURST * 1_000) / median(burst);
    const [p50, p99] = [0.5, 0.99].map((share) => quantile(single, share).toFixed(0));
    console.log(
      `${name}: ${perSecond.toFixed(0)} messages/s; event → last client p50 ${p50} ms, p99 ${p99} ms`,
    );
  }
  const overBare = (side: Side) => side.kilobytesPerClient - bare.kilobytesPerClient;
  console.log(`bare socket: ${bare.kilobytesPerClient.toFixed(1)} KB of RSS`);
  const speed = (kind: keyof Times) =>
    median(raw[kind].map((ms, round) => ms / (ours[kind][round] ?? NaN)));
  return [
    { name: "messages/s in bursts, gateway / raw ws", reached: speed("burst"), atLeast: 1 },
    { name: "messages/s of single events", reached: speed("single"), atLeast: 0.95 },
    {
      name: "KB per idle trackOrder beyond a bare socket",
      reached: overBare(trackers),
      atMost: 12,
    },
    {
      name: "KB per idle branchOrderEvents beyond a bare socket",
      reached: overBare(followers),
      atMost: 12,
    },
  ];
}
