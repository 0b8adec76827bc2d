import { CallLog } from "./call-log";
import { MailCatcher } from "./catchers/mail-catcher";
import { TelegramCatcher } from "./catchers/telegram-catcher";
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
import { withoutCorrelationId } from "./reads";
import { demoRestaurant } from "./restaurant/demo-restaurant";
import { ApiDoor } from "./server/api-door";
import { type ApiRoutes } from "./server/api-routes";
import { buildServer } from "./server/build-server";
import { dictionaryRoutes } from "./server/dictionary-routes";
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

interface Pace {
  cookingSpeed?: number;
  creationDelayMs?: number;
  tokenLifetimeSeconds?: number;
  log: (line: string) => void;
}

/**
 * Builds every part of the sandbox by hand. `address.url` is to be filled once the server listens;
 * `resume` then sets the till going.
 */
export function assemble(memory: Memory, pace: Pace) {
  const cloud = buildCloud(memory, pace);
  const {
    live,
    faults,
    calls,
    tokens,
    switches,
    orders,
    timers,
    wallets,
    till,
    kitchen,
    webHooks,
    resume,
  } = cloud;
  const [mail, telegram] = [new MailCatcher(faults), new TelegramCatcher(faults)];
  const address = { url: "" };
  const routes: ApiRoutes = {
    ...dictionaryRoutes(() => ({
      restaurant: live.restaurant,
      baseUrl: address.url,
      revision: live.menuRevision,
      switches,
      now: () => new Date(),
    })),
    ...cloud.routes,
  };
  const restaurant = () => live.restaurant;
  const withoutId = new Set([
    ...withoutCorrelationId,
    ...Object.keys(cloud.loyalty),
    "/api/1/commands/status",
  ]);
  const { log } = pace;
  const door = new ApiDoor({
    ...{ restaurant, tokens, faults, calls, memory, routes, log },
    withoutCorrelationId: withoutId,
  });
  const reset = () => {
    timers.stop();
    kitchen.forgetAll();
    Object.assign(switches, defaultSwitches());
    kitchen.setPace({ speed: pace.cookingSpeed ?? 1, paused: false });
    for (const part of [faults, calls, mail, telegram]) part.clear();
    live.reset();
    memory.reset();
  };
  const world = { live, switches, tokens, faults, calls, orders, wallets };
  const control = { ...world, till, kitchen, webHooks, mail, telegram, reset };
  const shown = { orders, wallets, faults, calls };
  return {
    server: buildServer(door, control, memory),
    mail,
    webHooks,
    ...shown,
    timers,
    address,
    resume,
  };
}

function buildCloud(
  memory: Memory,
  { log, cookingSpeed = 1, creationDelayMs = USUAL_CREATION_DELAY_MS, ...pace }: Pace,
) {
  const live = new LiveRestaurant(demoRestaurant);
  const restaurant = () => live.restaurant;
  const [switches, faults, calls, timers] = [
    defaultSwitches(),
    new Faults(),
    new CallLog(),
    new Timers(),
  ];
  const tokens = new Tokens(pace.tokenLifetimeSeconds ?? USUAL_TOKEN_LIFETIME_SECONDS);
  const [orders, commands] = [new OrderStore(memory), new Commands(memory, switches)];
  const wallets = new Wallets(restaurant, memory, switches);
  const webHooks = new WebHooks(memory, switches, faults, timers, log);
  const kitchen: Kitchen = new Kitchen(cookingSpeed, timers, (orderId, status) => {
    const order = orders.get(orderId);
    if (order) till.setStatus(order, status);
  });
  const till = new Till({ restaurant, switches, orders, wallets, kitchen, webHooks });
  const acceptance = new Acceptance(orders, commands, till, timers);
  const create = new CreateDelivery({
    ...{ restaurant, switches, orders, commands, wallets, faults, acceptance, creationDelayMs },
  });
  const change = new ChangeDelivery(orders, commands, till, timers, Math.ceil(creationDelayMs / 2));
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
  const resume = () => {
    resumeOrders(orders, acceptance, kitchen);
    change.resume();
  };
  const state = { live, faults, calls, tokens, switches, orders, timers, wallets };
  return { ...state, till, kitchen, webHooks, routes, loyalty, resume };
}

function resumeOrders(orders: OrderStore, acceptance: Acceptance, kitchen: Kitchen): void {
  orders.forgetOld(Date.now());
  for (const order of orders.all()) {
    acceptance.follow(order);
    kitchen.follow(order);
  }
}
