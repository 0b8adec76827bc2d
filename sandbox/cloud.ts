import { CallLog } from "./call-log";
import { stopListRoutes } from "./dictionaries/stop-list-routes";
import { Faults } from "./faults/faults";
import { LiveRestaurant } from "./live-restaurant";
import { Coupons } from "./loyalty/coupons";
import { loyaltyRoutes } from "./loyalty/loyalty-routes";
import { Wallets } from "./loyalty/wallets";
import { ChangeDelivery } from "./orders/change-delivery";
import { Commands } from "./orders/commands";
import { CreateDelivery } from "./orders/create-delivery";
import { OrderStore } from "./orders/order-store";
import { readDeliveries } from "./orders/read-deliveries";
import { demoRestaurant } from "./restaurant/demo-restaurant";
import { type ApiRoutes } from "./server/api-routes";
import { type Memory } from "./state/memory";
import { defaultSwitches } from "./switches";
import { Acceptance } from "./till/acceptance";
import { Kitchen } from "./till/kitchen";
import { Till } from "./till/till";
import { Timers } from "./timers";
import { Tokens } from "./tokens";
import { webHookRoutes } from "./web-hooks/web-hook-routes";
import { WebHooks } from "./web-hooks/web-hooks";

const USUAL_CREATION_DELAY_MS = 400;
const USUAL_TOKEN_LIFETIME_SECONDS = 3600;

export interface Pace {
  cookingSpeed?: number;
  creationDelayMs?: number;
  tokenLifetimeSeconds?: number;
  log: (line: string) => void;
}

/**
 * Builds iiko Cloud and the till behind it. `resume` continues what was unfinished in the memory.
 */
export function buildCloud(memory: Memory, pace: Pace) {
  const state = buildState(memory, pace);
  const restaurantWork = buildTill(state, pace.cookingSpeed ?? 1);
  const { routes, loyalty, change } = buildRoutes(
    state,
    restaurantWork,
    pace.creationDelayMs ?? USUAL_CREATION_DELAY_MS,
  );
  const resume = () => {
    resumeOrders(state.orders, restaurantWork);
    change.resume();
  };
  return { ...state, ...restaurantWork, routes, loyalty, resume };
}

function buildState(memory: Memory, pace: Pace) {
  const live = new LiveRestaurant(demoRestaurant);
  const restaurant = () => live.restaurant;
  const switches = defaultSwitches();
  const faults = new Faults();
  const timers = new Timers();
  return {
    memory,
    live,
    restaurant,
    switches,
    faults,
    timers,
    calls: new CallLog(),
    tokens: new Tokens(pace.tokenLifetimeSeconds ?? USUAL_TOKEN_LIFETIME_SECONDS),
    orders: new OrderStore(memory),
    commands: new Commands(memory, switches),
    wallets: new Wallets(restaurant, memory, switches),
    webHooks: new WebHooks({ memory, switches, faults, timers, log: pace.log }),
  };
}

function buildTill(state: ReturnType<typeof buildState>, cookingSpeed: number) {
  const { orders, commands, timers } = state;
  const kitchen: Kitchen = new Kitchen(cookingSpeed, timers, (orderId, status) => {
    const order = orders.get(orderId);
    if (order) till.setStatus(order, status);
  });
  const till = new Till({ ...state, kitchen });
  return { kitchen, till, acceptance: new Acceptance(orders, commands, till, timers) };
}

function buildRoutes(
  state: ReturnType<typeof buildState>,
  { till, acceptance }: ReturnType<typeof buildTill>,
  creationDelayMs: number,
) {
  const { memory, live, restaurant, switches, orders, commands, wallets, webHooks } = state;
  const create = new CreateDelivery({ ...state, acceptance, creationDelayMs });
  const change = new ChangeDelivery({ ...state, till, delayMs: Math.ceil(creationDelayMs / 2) });
  const loyalty = loyaltyRoutes(restaurant, wallets, new Coupons(restaurant, orders), switches);
  const routes: ApiRoutes = {
    "/api/1/deliveries/create": (body, call) => create.execute(body, call),
    "/api/1/commands/status": (body) => commands.status(body),
    ...change.routes(),
    ...readDeliveries(restaurant, orders),
    ...webHookRoutes(memory),
    ...stopListRoutes(live, webHooks),
    ...loyalty,
  };
  return { routes, loyalty, change };
}

function resumeOrders(
  orders: OrderStore,
  { acceptance, kitchen }: ReturnType<typeof buildTill>,
): void {
  orders.purgeExpired(Date.now());
  for (const order of orders.all()) {
    acceptance.follow(order);
    kitchen.follow(order);
  }
}
