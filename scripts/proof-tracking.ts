import { withDatabase } from "../bench/bench-database";
import { isSupergraphInstalled } from "../tests/support/supergraph";
import { newDatabase } from "./proof/new-database";
import { runProof, say } from "./proof/run-proof";
import { RouterTroubles } from "./proof/tracking/router-troubles";
import { SETTINGS_FOR_ROUTER, ThroughRouter } from "./proof/tracking/through-router";
import { TrackingRun, type TrackingRunOptions } from "./proof/tracking/tracking-run";
import { Troubles } from "./proof/tracking/troubles";

const USAGE = `npm run proof:tracking -- [--through hive] [--quick] [--seed N]
  --through hive  our client package follows through Hive Gateway, which is killed as well
  --quick         200 clients and 2 processes instead of 2,000 and 3; through a router 60 instead of 400
  --seed N        repeats a run's kills, cut connections and faults`;

const WHOLE = { processes: 3, orders: 250, guests: 1_960, operators: 40, kitchenSpeed: 0.7 };
const QUICK = { processes: 2, orders: 30, guests: 190, operators: 10, kitchenSpeed: 2 };
const THROUGH = { processes: 3, orders: 100, guests: 400, operators: 0, kitchenSpeed: 0.7 };
const QUICK_THROUGH = { processes: 2, orders: 20, guests: 60, operators: 0, kitchenSpeed: 1 };

/**
 * Proves with real processes that anyone who follows an order or a branch receives everything once
 * and in order. Exits with 1 when a client missed an event, received one twice, believes in a
 * status other than the till's, or takes something for the end that is not.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const router = valueOf(args, "--through");
  if (router !== undefined && router !== "hive") throw new Error(`No such router\n${USAGE}`);
  if (router && !isSupergraphInstalled)
    return say("SKIPPED, nothing is proven: it needs npm ci --prefix examples/supergraph");
  const seed = Number(valueOf(args, "--seed") ?? Date.now() % 100_000);
  const isQuick = args.includes("--quick");
  return withDatabase(async (serverUrl) => {
    const databaseUrl = await newDatabase(serverUrl, "proof_tracking");
    const options = router ? throughRouter(isQuick, seed) : atGateways(isQuick, seed);
    const run = await TrackingRun.start({ ...options, databaseUrl, seed, tell: say });
    const result = await run.execute().finally(() => run.stop());
    const { missed, repeated, wrong, falseEnds } = result;
    say(
      `missed / repeated / wrong = ${missed} / ${repeated} / ${wrong}; false ends = ${falseEnds}`,
    );
    return missed + repeated + wrong + falseEnds === 0;
  });
}

type Kind = Omit<TrackingRunOptions, "databaseUrl" | "seed" | "tell">;

function atGateways(isQuick: boolean, seed: number): Kind {
  return { ...(isQuick ? QUICK : WHOLE), trouble: new Troubles(seed, { kill: 8, cut: 5 }) };
}

function throughRouter(isQuick: boolean, seed: number): Kind {
  const way = new ThroughRouter();
  const others = new Troubles(seed, { kill: 8, cut: 5 });
  const trouble = new RouterTroubles(seed, way, others, { kill: 6, cut: 1 });
  return { ...(isQuick ? QUICK_THROUGH : THROUGH), way, trouble, env: SETTINGS_FOR_ROUTER };
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const place = args.indexOf(name);
  return place < 0 ? undefined : args[place + 1];
}

runProof(main);
