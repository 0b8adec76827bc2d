import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { Child } from "../child";
import { gatewaySettings } from "../menu/gateway-settings";
import { type Bar, judge } from "../report";
import { measureFanOut, type Server } from "./fan-out";
import { ADMIN_API_KEY, ENCRYPTION_KEY, Restaurant } from "./restaurant";
import { measureTwoProcesses } from "./two-processes";
import { measureWebHooks } from "./web-hooks";

const CLIENTS = 5_000;
const ORDERS = 10_000;
const PARTS = ["--fan-out", "--two-processes", "--web-hooks"] as const;

/**
 * Measures how fast and how cheaply live events reach many clients, in one process and in two, and
 * how fast they come in. If the options name one of `PARTS`, only that part runs.
 */
export function benchSubscriptions(options: readonly string[]): Promise<boolean> {
  const quick = options.includes("--quick");
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    const startGateway = (more: NodeJS.ProcessEnv = {}): Promise<Server> => {
      const settings = gatewaySettings(databaseUrl, {
        ADMIN_API_KEY,
        ENCRYPTION_KEY,
        TRUST_PROXY: "true",
        ORDER_POLL_SECONDS: "0",
        ...more,
      });
      const flags = [
        "--expose-gc",
        ...(options.includes("--cpu-prof") ? ["--cpu-prof", "--cpu-prof-dir=cpu-profiles"] : []),
      ];
      return Child.start("menu/contestants/gateway", settings, flags);
    };
    const restaurant = await Restaurant.open(db);
    const orders = await restaurant.takeOrders(quick ? 500 : CLIENTS);
    const only = PARTS.filter((part) => options.includes(part));
    const wanted = (part: (typeof PARTS)[number]) => only.length === 0 || only.includes(part);
    const fanOut = { restaurant, orders, startGateway };
    const bars: Bar[] = [];
    if (wanted("--fan-out")) bars.push(...(await measureFanOut(fanOut)));
    if (wanted("--two-processes")) bars.push(...(await measureTwoProcesses(fanOut, quick)));
    if (wanted("--web-hooks")) {
      const hooks = { restaurant: await Restaurant.open(db), orders: quick ? 500 : ORDERS };
      bars.push(...(await measureWebHooks({ ...hooks, startGateway })));
    }
    await db.destroy();
    return judge(bars);
  });
}
