import { loadConfig } from "../../src/config";
import { ConfigError } from "../../src/errors";

function errorsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("loadConfig outside production", () => {
  it("starts with nothing set", () => {
    expect(loadConfig({})).toEqual({
      production: false,
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: null,
      dataDir: "./.data",
      poses: { SANDBOX: { perSecond: 2 } },
      orderPollSeconds: 20,
      otlpEndpoint: null,
      eventRetentionDays: 90,
      orderRetentionDays: 0,
      sandboxPort: 4010,
      sandboxSpeed: 1,
      adminApiKey: null,
      customerTokens: null,
      customerTokenRules: { longestHours: 720, audience: null, issuer: null },
      encryptionKeys: null,
      publicUrl: "http://localhost:4000",
      allowedOrigins: [],
      clientNames: [],
      trustProxy: false,
      publicMutationBurst: 20,
      publicQuoteBurst: null,
      limits: {
        http: {
          connections: 10_000,
          connectionsPerAddress: 500,
          headersTimeoutMs: 10_000,
          requestTimeoutMs: 30_000,
          idleTimeoutMs: 65_000,
          readTimeoutMs: 20_000,
          unreadBytes: 256 * 2 ** 20,
          unreadBytesPerAddress: 32 * 2 ** 20,
        },
        sockets: { sockets: 10_000, socketsPerAddress: 200 },
      },
      queryWorkPercent: 30,
      allowPrivateHosts: [],
      persistedOperations: null,
      persistedOperationsOnly: false,
      menuMemoryMegabytes: 96,
      menuCacheMegabytes: 64,
      allowPlaintextHosts: [],
      metricsKey: null,
      metricsListener: null,
      federation: false,
      routerKeys: [],
      channels: {},
      logLevel: "info",
    });
  });

  it("treats an empty variable as unset, since Docker Compose passes it that way", () => {
    expect(loadConfig({ PORT: "", DATABASE_URL: " ", NODE_ENV: "" })).toEqual(loadConfig({}));
  });

  it("reads lists", () => {
    const config = loadConfig({
      ENCRYPTION_KEY: `${"n".repeat(32)}, ${"o".repeat(32)}`,
      ALLOWED_ORIGINS: "https://pizza.ru,http://localhost:3000,",
    });
    expect(config.encryptionKeys).toEqual(["n".repeat(32), "o".repeat(32)]);
    expect(config.allowedOrigins).toEqual(["https://pizza.ru", "http://localhost:3000"]);
  });

  it("reports all errors together: the variable, what is wrong, an example", () => {
    const problems = errorsOf({
      NODE_ENV: "prod",
      PORT: "65536",
      IIKO_RATE_PER_SECOND: "-1",
      SANDBOX_PORT: "1.5",
      SANDBOX_SPEED: "0",
      DATABASE_URL: "mysql://root:hunter2@db/gateway",
      IIKO_API_URL: "api-ru.iiko.services",
      PUBLIC_URL: "https://orders.pizza.ru/?a=1",
      ALLOWED_ORIGINS: "*",
      ENCRYPTION_KEY: "short",
      CUSTOMER_JWT_SECRET: "x",
      CUSTOMER_JWKS_URL: "https://id.pizza.ru/jwks",
      SMTP_URL: "mail.pizza.ru",
      MAIL_FROM: "orders\r\nBcc: all@pizza.ru",
      LOG_LEVEL: "loud",
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "NODE_ENV",
      "PORT",
      "DATABASE_URL",
      "IIKO_API_URL",
      "IIKO_RATE_PER_SECOND",
      "SANDBOX_PORT",
      "SANDBOX_SPEED",
      "CUSTOMER_JWT_SECRET",
      "ENCRYPTION_KEY",
      "PUBLIC_URL",
      "ALLOWED_ORIGINS",
      "SMTP_URL",
      "MAIL_FROM",
      "LOG_LEVEL",
    ]);
    expect(problems[1]).toBe("PORT must be a whole number from 0 to 65535. Example: PORT=4000");
    expect(problems.join()).not.toContain("hunter2");
  });

  it("throttles or speeds up calls to iiko", () => {
    const { poses } = loadConfig({ IIKO_RATE_PER_SECOND: "0.5" });
    expect(poses["SANDBOX"]).toEqual({ perSecond: 0.5 });
  });

  it.each(["0", "65535"])("accepts port %s", (PORT) => {
    expect(loadConfig({ PORT }).port).toBe(Number(PORT));
  });

  it.each(["-1", "4000x", "1e3", "0x10", "NaN"])("refuses port %s", (PORT) => {
    expect(errorsOf({ PORT })).toHaveLength(1);
  });
});
