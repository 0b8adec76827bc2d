import { tmpdir } from "node:os";

/**
 * The settings of a gateway that only serves menus: it runs without a sandbox and makes no calls.
 */
export function gatewaySettings(
  databaseUrl: string,
  more: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: tmpdir(),
    PORT: "0",
    PUBLIC_URL: "http://localhost:4000",
    // Nothing listens there, and no branch of the bench is connected.
    IIKO_API_URL: "http://127.0.0.1:9",
    LOG_LEVEL: "warn",
    QUERY_WORK_PERCENT: "0",
    ...more,
  };
}
