import { type Config } from "./config";
import { requiresTls } from "./config/encrypted-addresses";
import { type Foundation } from "./foundation";
import { systemClock } from "./ports/clock";
import { guardedLookup } from "./security/guarded-lookup";
import { Keyring } from "./security/keyring";
import { type LocalSecrets } from "./security/local-secrets";
import { type Surroundings } from "./surroundings";

/** What the settings make of it. */
export function foundationOf(
  config: Config,
  { encryptionKeys }: LocalSecrets,
  { sandbox }: Surroundings,
  running: Pick<Foundation, "db" | "feed" | "clock" | "limits">,
): Foundation {
  const smtpUrl = config.smtpUrl ?? sandbox?.smtpUrl;
  const botToken = config.telegramBotToken ?? (sandbox && "sandbox");
  return {
    ...running,
    machineClock: systemClock,
    secrets: new Keyring(encryptionKeys),
    iikoApiUrl: config.iikoApiUrl,
    iikoRatePerSecond: config.iikoRatePerSecond,
    sandboxUrl: sandbox?.url ?? null,
    // The sandbox is on this machine, where the public address may not lead back to.
    webhookUrl: sandbox ? `http://127.0.0.1:${config.port}` : config.publicUrl,
    pollEverySeconds: config.orderPollSeconds,
    ...{ retentionDays: config.eventRetentionDays, orderRetentionDays: config.orderRetentionDays },
    publicUrl: config.publicUrl,
    smtp: smtpUrl
      ? { url: smtpUrl, from: config.mailFrom, requireTls: mailRequiresTls(config, smtpUrl) }
      : null,
    telegram: botToken
      ? {
          apiUrl: config.telegramBotToken ? config.telegramApiUrl : (sandbox?.telegramUrl ?? ""),
          botToken,
        }
      : null,
    lookup: lookupFor(config),
  };
}

function mailRequiresTls({ production, allowPlaintextHosts }: Config, smtpUrl: string): boolean {
  return production && requiresTls(smtpUrl, allowPlaintextHosts);
}

/** Outside production the sandbox and the developer's own services are on this machine. */
export function lookupFor({ production, allowPrivateHosts }: Config) {
  return production ? guardedLookup(allowPrivateHosts) : undefined;
}
