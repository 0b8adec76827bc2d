import { type TestDatabase } from "./test-database";

export const JWT_SECRET = "a-secret-of-customers-only-for-these-tests";
export const ADMIN_KEY = "an-admin-key-only-for-these-tests-0001";

/** Settings that no test wants to repeat. */
export function settingsFor(
  database: Pick<TestDatabase, "url">,
  dataDir: string,
  port: number,
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "test",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SANDBOX_PORT: "0",
    SANDBOX_SPEED: "50",
    ADMIN_API_KEY: ADMIN_KEY,
    CUSTOMER_JWT_SECRET: JWT_SECRET,
    LOG_LEVEL: "silent",
  };
}
