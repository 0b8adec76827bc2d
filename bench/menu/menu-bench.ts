import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { installPeers } from "../peers";
import { judge, printResults } from "../report";
import { cpuRatio, ratio, runRounds } from "../rounds";
import { contest } from "./menu-contestants";
import { benchNormaliser } from "./normaliser-bench";
import { benchRefresh } from "./refresh-bench";
import { seedMenu } from "./seed-menu";

const PRODUCTS = 1_000;
/** Many short rounds: what else the machine does changes from second to second. */
const ROUNDS = { count: 7, seconds: 1.5, connections: 4 };
const BARS = [
  ["gateway", "apollo", 3.5],
  ["gateway", "relations", 10],
  ["gateway", "mercurius", 0.85],
  ["shared", "node:http", 0.75],
  ["shared br", "node:http", 1.5],
] as const;

/**
 * How fast a whole menu is served, against other servers on the same data and against the bytes
 * alone; what reading one of a POS takes (`--normaliser`: only that); and what a refresh of a big
 * menu does to those who read another one meanwhile (`--refresh`: only that).
 */
export async function benchMenu(options: readonly string[]): Promise<boolean> {
  if (options.includes("--normaliser")) return benchNormaliser();
  if (options.includes("--refresh")) return benchRefresh();
  const served = await benchServing(options);
  const read = await benchNormaliser();
  return (await benchRefresh()) && served && read;
}

function benchServing(options: readonly string[]): Promise<boolean> {
  installPeers();
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    await seedMenu(db, PRODUCTS);
    await db.destroy();
    const field = await contest(databaseUrl, { profile: options.includes("--cpu-prof") });
    console.log(
      `${PRODUCTS} products, ${field.bytes} bytes, ${field.brotliBytes} as brotli; all answers are equal`,
    );
    const results = await runRounds(field.contestants, ROUNDS);
    await field.stop();
    printResults(results);
    return judge(
      BARS.map(([one, other, atLeast]) => ({
        name: `${one} / ${other}`,
        reached: ratio(results, one, other),
        byCpu: cpuRatio(results, one, other),
        atLeast,
      })),
    );
  });
}
