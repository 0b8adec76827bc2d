import { join, resolve } from "node:path";

import { type Logger } from "pino";

import { EmbeddedPostgres } from "../../packages/embedded-postgres/src/embedded-postgres";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { type Config } from "../config";
import { POS } from "../vendors";

/**
 * What the gateway starts alongside itself where the settings name nothing better. Never in
 * production.
 */
export interface DevServices {
  readonly databaseUrl: string;
  /** null: the settings name a till. */
  readonly sandbox: Sandbox | null;
  stop(): Promise<void>;
}

/** Starts the embedded database and the sandbox, as needed. */
export async function startDevServices(config: Config, logger: Logger): Promise<DevServices> {
  const dataDir = resolve(config.dataDir);
  const log = (line: string) => logger.debug(line);
  const postgres = config.databaseUrl === null ? new EmbeddedPostgres({ dataDir, log }) : null;
  const databaseUrl = config.databaseUrl ?? (await postgres?.start())?.url ?? "";
  const stopPostgres = async () => postgres?.stop();
  try {
    const sandbox = !hasRealTill(config)
      ? await startSandbox({
          port: config.sandboxPort,
          stateFile: join(dataDir, "sandbox.json"),
          cookingSpeed: config.sandboxSpeed,
          log,
        })
      : null;
    const stop = async () => {
      await sandbox?.close();
      await stopPostgres();
    };
    return { databaseUrl, sandbox, stop };
  } catch (error) {
    await stopPostgres();
    throw error;
  }
}

function hasRealTill({ poses }: Config): boolean {
  return POS.some(({ kind, settings }) => settings.inSandbox === undefined && kind in poses);
}
