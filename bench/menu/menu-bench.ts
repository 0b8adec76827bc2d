import { openDatabase } from "../../src/database";
import { withDatabase } from "../bench-database";
import { Child } from "../child";
import { judge, printResults } from "../report";
import { type Contestant, ratio, runRounds } from "../rounds";
import { gatewaySettings } from "./gateway-settings";
import { MENU_QUERY } from "./menu-query";
import { BRANCH_ID, seedMenu } from "./seed-menu";

const PRODUCTS = 1_000;
const ROUNDS = { count: 5, seconds: 2, connections: 4 };
const BODY = JSON.stringify({ query: MENU_QUERY, variables: { branchId: BRANCH_ID } });
const HEADERS = { "content-type": "application/json" };

/** How fast a whole menu is served, against the bytes alone. */
export function benchMenu(): Promise<boolean> {
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    await seedMenu(db, PRODUCTS);
    await db.destroy();
    const [gateway, { url }] = await Child.start<{ url: string }>(
      "menu/contestants/gateway",
      gatewaySettings(databaseUrl),
    );
    const answer = await fetch(url, { method: "POST", headers: HEADERS, body: BODY });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok) throw new Error(`The gateway answered ${answer.status}: ${bytes.toString().slice(0, 300)}`);
    console.log(`${PRODUCTS} products, ${bytes.length} bytes`);
    const [bare, { url: bareUrl }] = await Child.start<{ url: string }>("menu/contestants/static-bytes", {
      body: bytes.toString("base64"),
      encoding: null,
    });
    const load = { method: "POST", headers: HEADERS, body: BODY } as const;
    const contestants: Contestant[] = [
      { name: "gateway", load: { ...load, url } },
      { name: "the bytes alone", load: { ...load, url: bareUrl } },
    ];
    const results = await runRounds(contestants, ROUNDS);
    await Promise.all([gateway.stop(), bare.stop()]);
    printResults(results);
    return judge([
      { name: "gateway / the bytes alone", reached: ratio(results, "gateway", "the bytes alone"), atLeast: 0 },
    ]);
  });
}
