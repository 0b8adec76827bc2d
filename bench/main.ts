import { benchBreadth } from "./breadth/breadth-bench";
import { benchWorstQuery } from "./costs/worst-query-bench";
import { benchJobs } from "./jobs/jobs-bench";
import { benchMenu } from "./menu/menu-bench";
import { benchOrders } from "./orders/orders-bench";
import { benchSubscriptions } from "./subscriptions/subscriptions-bench";

/** Prints its measurements; false when a bar is missed. */
type Bench = (options: readonly string[]) => Promise<boolean>;

const BENCHES = new Map<string | undefined, Bench>([
  ["breadth", benchBreadth],
  ["jobs", benchJobs],
  ["menu", benchMenu],
  ["orders", benchOrders],
  ["subscriptions", benchSubscriptions],
  ["worst-query", benchWorstQuery],
]);

/** `npm run bench -- NAME`: measures one thing, and exits with 1 when a bar is missed. */
async function main([name, ...options]: readonly string[]): Promise<void> {
  const bench = BENCHES.get(name);
  if (!bench)
    throw new Error(
      `Usage: npm run bench -- NAME, where NAME is one of: ${[...BENCHES.keys()].join(", ")}`,
    );
  process.exitCode = (await bench(options)) ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  // The children of a run that ended early would keep it alive; they end with it.
  process.exit(1);
});
