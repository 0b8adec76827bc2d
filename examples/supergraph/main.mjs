// The gateway as part of a larger graph, alongside two small services:
//   FEDERATION=true npm start                         in the folder of the gateway
//   node main.mjs hive                                here; or: node main.mjs apollo
import { compose } from "./compose.mjs";
import { startApollo } from "./routers/apollo.mjs";
import { GATEWAY } from "./routers/headers.mjs";
import { startHive } from "./routers/hive.mjs";
import { startRestaurants } from "./services/restaurants.mjs";
import { startReviews } from "./services/reviews.mjs";

const ROUTERS = { apollo: startApollo, hive: startHive };
const {
  GATEWAY_URL = "http://127.0.0.1:4000/graphql",
  HOST = "127.0.0.1",
  PORT = "4100",
  ROUTER_KEY: routerKey,
} = process.env;

const startRouter = ROUTERS[process.argv[2]];
if (!startRouter) throw new Error(`Name a router: ${Object.keys(ROUTERS).join(" or ")}`);

const headers = routerKey === undefined ? {} : { "x-router-key": routerKey };
const services = [
  { name: GATEWAY, url: GATEWAY_URL, headers },
  await startRestaurants(),
  await startReviews(),
];
const url = await startRouter(await compose(services), {
  host: HOST,
  port: Number(PORT),
  routerKey,
});
console.log(`The graph is at ${url}`);
