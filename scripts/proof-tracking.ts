import { withDatabase } from "../bench/bench-database";
import { newDatabase } from "./proof/new-database";
import { Troubles } from "./proof/tracking/troubles";
import { TrackingRun, type TrackingRunOptions } from "./proof/tracking/tracking-run";
import { runProof, say } from "./proof/run-proof";

const USAGE = `npm run proof:tracking -- [--quick] [--seed N]
  --quick   200 clients and 2 processes instead of 2,000 and 3
  --seed N  repeats a run's kills, cut connections and faults`;

const WHOLE = { processes: 3, orders: 250, guests: 1_960, operators: 40, kitchenSpeed: 0.7 };
const QUICK = { processes: 2, orders: 30, guests: 190, operators: 10, kitchenSpeed: 2 };

/**
 * Proves with real processes that whoever follows an order or a branch is told everything once and
 * in order. Exits with 1 when somebody missed something, was told twice, or believes another status
 * than the till's.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const seed = args.includes("--seed")
    ? Number(args[args.indexOf("--seed") + 1])
    : Date.now() % 100_000;
  return withDatabase(async (serverUrl) => {
    const options: TrackingRunOptions = {
      ...(args.includes("--quick") ? QUICK : WHOLE),
      databaseUrl: await newDatabase(serverUrl, "proof_tracking"),
      seed,
      trouble: new Troubles(seed, { kill: 8, cut: 5 }),
      tell: say,
    };
    const run = await TrackingRun.start(options);
    const { missed, repeated, wrong } = await run.execute().finally(() => run.stop());
    say(`missed / repeated / wrong = ${missed} / ${repeated} / ${wrong}`);
    return missed + repeated + wrong === 0;
  });
}

runProof(main);
