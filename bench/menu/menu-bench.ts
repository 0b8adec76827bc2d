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
/** Many short rounds, because the other load on the machine changes from second to second. */
const ROUNDS = { count: 7, seconds: 1.5, connections: 4 };
const BARS = [
  ["gateway", "apollo", 3.5],
  ["gateway", "relations", 10],
  ["gateway", "mercurius", 0.85],
  ["shared", "node:http", 0.75],
  ["shared br", "node:http", 1.5],
] as const;

/**
 * Measures how fast a whole menu is served, compared with other servers on the same data and with
 * the bytes alone; what reading a POS menu takes (`--normaliser`: only that); and how a refresh of
 * a big menu affects guests who read another menu meanwhile (`--refresh`: only that).
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
