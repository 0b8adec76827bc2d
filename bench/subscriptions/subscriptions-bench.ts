import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { Child } from "../child";
import { gatewaySettings } from "../menu/gateway-settings";
import { judge } from "../report";
import { measureFanOut, type Server } from "./fan-out";
import { ADMIN_API_KEY, ENCRYPTION_KEY, Restaurant } from "./restaurant";
import { measureWebHooks } from "./web-hooks";

const CLIENTS = 5_000;
const ORDERS = 10_000;

/** How fast and how cheaply live news reaches many, and how fast it comes in. */
export function benchSubscriptions(options: readonly string[]): Promise<boolean> {
  const quick = options.includes("--quick");
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    const startGateway = (): Promise<Server> => {
      const settings = gatewaySettings(databaseUrl, {
        ADMIN_API_KEY,
        ENCRYPTION_KEY,
        TRUST_PROXY: "true",
        ORDER_POLL_SECONDS: "0",
      });
      const flags = [
        "--expose-gc",
        ...(options.includes("--cpu-prof") ? ["--cpu-prof", "--cpu-prof-dir=cpu-profiles"] : []),
      ];
      return Child.start("menu/contestants/gateway", settings, flags);
    };
    const restaurant = await Restaurant.open(db);
    const orders = await restaurant.takeOrders(quick ? 500 : CLIENTS);
    const bars = options.includes("--web-hooks")
      ? []
      : await measureFanOut({ restaurant, orders, startGateway });
    const more = options.includes("--fan-out")
      ? []
      : await measureWebHooks({
          restaurant: await Restaurant.open(db),
          orders: quick ? 500 : ORDERS,
          startGateway,
        });
    await db.destroy();
    return judge([...bars, ...more]);
  });
}
