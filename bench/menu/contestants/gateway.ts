import { loadConfig } from "../../../src/config";
import { startGateway } from "../../../src/gateway";
import { createLogger } from "../../../src/logger";
import { serveUntilReleased, settingsOfChild } from "../../child";

/** The gateway as it runs in production, except for its settings. */
async function main(): Promise<void> {
  const config = loadConfig(await settingsOfChild<NodeJS.ProcessEnv>());
  const gateway = await startGateway(
    config,
    createLogger({ level: config.logLevel, production: true }),
  );
  serveUntilReleased(`${gateway.url}/graphql`, () => gateway.stop());
}

void main();
