import { MailCatcher } from "./catchers/mail-catcher";
import { TelegramCatcher } from "./catchers/telegram-catcher";
import { VkCatcher } from "./catchers/vk-catcher";
import { buildCloud, type Pace } from "./cloud";
import { withoutCorrelationId } from "./reads";
import { ApiDoor } from "./server/api-door";
import { type ApiRoutes } from "./server/api-routes";
import { buildServer } from "./server/build-server";
import { dictionaryRoutes } from "./server/dictionary-routes";
import { type Memory } from "./state/memory";
import { defaultSwitches } from "./switches";

/**
 * Builds every part of the sandbox by hand. Set `address.url` once the server is listening;
 * `resume` then starts the till.
 */
export function assemble(memory: Memory, pace: Pace) {
  const cloud = buildCloud(memory, pace);
  const { live, faults, calls, switches, orders, timers, wallets, webHooks, resume } = cloud;
  const catchers = {
    mail: new MailCatcher(faults),
    telegram: new TelegramCatcher(faults),
    vk: new VkCatcher(faults),
  };
  const address = { url: "" };
  const reset = () => {
    timers.stop();
    cloud.kitchen.forgetAll();
    Object.assign(switches, defaultSwitches());
    cloud.kitchen.setPace({ speed: pace.cookingSpeed ?? 1, paused: false });
    for (const part of [faults, calls, ...Object.values(catchers)]) part.clear();
    live.reset();
    memory.reset();
  };
  const door = buildDoor(cloud, address, pace.log);
  const server = buildServer(door, { ...cloud, ...catchers, reset }, memory);
  const { mail } = catchers;
  return { server, mail, webHooks, orders, wallets, faults, calls, timers, address, resume };
}

function buildDoor(
  cloud: ReturnType<typeof buildCloud>,
  address: { readonly url: string },
  log: (line: string) => void,
): ApiDoor {
  const { live, switches } = cloud;
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
  const commands = [...Object.keys(cloud.loyalty), "/api/1/commands/status"];
  return new ApiDoor({
    ...cloud,
    routes,
    log,
    withoutCorrelationId: new Set([...withoutCorrelationId, ...commands]),
  });
}
