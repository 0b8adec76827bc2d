import { withDatabase } from "../bench/bench-database";
import { newDatabase } from "./proof/new-database";
import { runProof, say, sayCells } from "./proof/run-proof";
import { errorsOfSoak, memoryGrowth, percentile, type SoakResult } from "./soak/judge-soak";
import { soak } from "./soak/soak-run";

const USAGE = `npm run soak -- [--minutes N] [--rate N] [--seed N]
  --minutes N  of each of the two runs; 10 when left out
  --rate N     requests a second of all floods together; 100 when left out, 200 at most
  --seed N     repeats what the floods send`;
const USUAL_MINUTES = 10;
const USUAL_RATE = 100;
const MOST_RATE = 200;
const WIDTHS = [16, 8, 16, 16, 10, 10, 24];
const MEGABYTE = 2 ** 20;

/**
 * Real guests order, one a second, first alone and then alongside floods of meaningless requests.
 * Exits with 1 when floods delay their orders on the way to the till for long, cause a guest to be
 * refused, or leave memory behind.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const minutes = numberAfter(args, "--minutes") ?? USUAL_MINUTES;
  const rate = Math.min(numberAfter(args, "--rate") ?? USUAL_RATE, MOST_RATE);
  const seed = numberAfter(args, "--seed") ?? Date.now() % 100_000;
  say(`${minutes} minutes each, --seed ${seed}`);
  return withDatabase(async (serverUrl) => {
    const run = async (name: string, floodsPerSecond: number) =>
      soak({
        databaseUrl: await newDatabase(serverUrl, name),
        minutes,
        seed,
        floodsPerSecond,
        tell: say,
      });
    const quiet = await run("soak_quiet", 0);
    const flooded = await run("soak_flooded", rate);
    sayCells(
      ["", "orders", "answer p50/p99", "till p50/p99", "refused", "missing", "MB after collection"],
      WIDTHS,
    );
    tellOf("without floods", quiet);
    tellOf("with floods", flooded);
    const faults = errorsOfSoak(flooded, quiet);
    faults.forEach(say);
    return faults.length === 0 && say("Real guests are served as if nothing was");
  });
}

function numberAfter(args: readonly string[], name: string): number | undefined {
  const value = args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;
  if (value !== undefined && !(value > 0)) throw new Error(USAGE);
  return value;
}

function tellOf(
  name: string,
  { answeredMs, toTillMs, refused, missing, memory }: SoakResult,
): void {
  const times = [answeredMs, toTillMs].map((each) =>
    [50, 99].map((percent) => Math.round(percentile(each, percent))).join(" / "),
  );
  const some = memory.filter((_, place) => place % Math.ceil(memory.length / 8) === 0);
  const overTime = some.map((bytes) => Math.round(bytes / MEGABYTE)).join(" ");
  const growth = `${overTime} (${(memoryGrowth(memory) * 100).toFixed(1)} %)`;
  sayCells(
    [name, String(toTillMs.length), ...times, String(refused.length), String(missing), growth],
    WIDTHS,
  );
}

runProof(main);
