import { type Dependencies } from "../app/dependencies";
import { type Config } from "../config";
import { systemClock } from "../ports/clock";
import { guardedLookup } from "../security/guarded-lookup";
import { Keyring } from "../security/keyring";
import { type LocalSecrets } from "../security/local-secrets";
import { CHANNELS, POS } from "../vendors";
import { type DevServices } from "./dev-services";

/** Returns the dependencies that follow from the settings. */
export function dependenciesOf(
  config: Config,
  { encryptionKeys }: LocalSecrets,
  { sandbox }: DevServices,
  running: Pick<Dependencies, "db" | "feed" | "clock" | "limits">,
): Dependencies {
  return {
    ...running,
    machineClock: systemClock,
    secrets: new Keyring(encryptionKeys),
    poses: posesOf(config, sandbox),
    // The sandbox runs on this machine, which the public address may not lead back to.
    webhookUrl: sandbox ? `http://127.0.0.1:${config.port}` : config.publicUrl,
    menuMemoryMegabytes: config.menuMemoryMegabytes,
    pollEverySeconds: config.orderPollSeconds,
    retentionDays: config.eventRetentionDays,
    orderRetentionDays: config.orderRetentionDays,
    publicUrl: config.publicUrl,
    channels: channelsOf(config, sandbox),
    lookup: lookupFor(config),
  };
}

/**
 * Returns the tills that the settings name, with the sandbox in place of its address where it runs.
 */
function posesOf({ poses }: Config, sandbox: DevServices["sandbox"]): Dependencies["poses"] {
  const setUp = POS.flatMap(({ kind, settings }) => {
    const read = poses[kind];
    if (!read || !settings.inSandbox) return read ? [[kind, read] as const] : [];
    return sandbox ? [[kind, settings.inSandbox(sandbox.url, read)] as const] : [];
  });
  return Object.fromEntries(setUp);
}

/** Returns the channels that the settings name, otherwise those that the sandbox catches. */
function channelsOf(
  { channels: named }: Config,
  sandbox: DevServices["sandbox"],
): Dependencies["channels"] {
  const caught = CHANNELS.flatMap(({ kind, settings }) => {
    const address = sandbox?.catchers[kind];
    const settingsOf = address === undefined ? undefined : settings.inSandbox?.(address);
    return settingsOf ? [[kind, settingsOf] as const] : [];
  });
  return { ...Object.fromEntries(caught), ...named };
}

/** Outside production, the sandbox and the developer's own services run on this machine. */
export function lookupFor({ production, allowPrivateHosts }: Config) {
  return production ? guardedLookup(allowPrivateHosts) : undefined;
}
