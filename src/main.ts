import { type Logger } from "pino";

import { loadConfig } from "./config";
import { ConfigError } from "./errors";
import { type Gateway, startGateway } from "./gateway";
import { startFailure } from "./gateway/start-failure";
import { createLogger } from "./logger";
import { POS } from "./vendors";

const POS_VARIABLES = POS.flatMap(({ settings }) => settings.variable ?? []).join(" or ");

/** The program: reads the settings, starts the gateway, and stops it on a signal. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger({ level: config.logLevel, production: config.production });
  const starting = startGateway(config, logger).catch((error: unknown) => {
    const failure = startFailure(error, config);
    throw failure === undefined ? error : new ConfigError([failure]);
  });
  stopOnSignal(starting, logger);
  const gateway = await starting;
  if (config.production) logger.info({ url: gateway.url }, "The gateway is ready");
  else process.stdout.write(banner(gateway));
}

/** Works during the start as well: what has been started by then is stopped again. */
function stopOnSignal(starting: Promise<Gateway>, logger: Logger): void {
  let asked = false;
  const stop = (signal: NodeJS.Signals) => {
    // A second signal ends the process immediately.
    if (asked) process.exit(1);
    asked = true;
    logger.info({ signal }, "Stopping");
    starting
      .then((gateway) => gateway.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, "The gateway did not stop cleanly");
          process.exit(1);
        },
      );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function banner(gateway: Gateway): string {
  const { url, sandboxUrl, embeddedDatabase, generatedAdminApiKey } = gateway;
  const rows: [string, string][] = [
    ["GraphQL", `${url}/graphql`],
    ["Console", `${url}/console`],
    ["Tracking", `${url}/examples/tracking`],
    ["Admin key", generatedAdminApiKey ?? "as set in ADMIN_API_KEY"],
    [
      "Database",
      embeddedDatabase
        ? "embedded PostgreSQL (set DATABASE_URL for your own)"
        : "as set in DATABASE_URL",
    ],
    [
      "POS",
      sandboxUrl
        ? `the sandbox at ${sandboxUrl} (set ${POS_VARIABLES} for a real one)`
        : `as set in ${POS_VARIABLES}`,
    ],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(10)} ${value}`);
  const hint = `  Try it: GATEWAY_URL=${url} npm run demo. Stop it: Ctrl-C.`;
  return ["", "Result.Rest gateway is ready", ...lines, "", hint, ""].join("\n");
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigError
      ? error.message
      : error instanceof Error
        ? error.stack
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
