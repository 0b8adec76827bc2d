import { loadConfig } from "../../src/config";
import { ConfigError } from "../../src/errors";

const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://gateway:hunter2@db:5432/gateway?sslmode=verify-full",
  IIKO_API_URL: "https://api-ru.iiko.services",
  ADMIN_API_KEY: "kq7Wm2vX9sLd4TzB8nRf3HcY",
  CUSTOMER_JWT_SECRET: "b1946ac92492d2347c6235b4d2611184",
  ENCRYPTION_KEY: "591785b794601e212b260e25925636fd",
  PUBLIC_URL: "https://orders.pizza.ru/",
  TELEGRAM_BOT_TOKEN: "123456:AAE-invented-token",
};

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
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
      iikoApiUrl: null,
      iikoRatePerSecond: 2,
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
      menuCacheMegabytes: 64,
      allowPlaintextHosts: [],
      metricsKey: null,
      metricsListener: null,
      channels: {},
      logLevel: "info",
    });
  });

  it("takes an empty variable as unset, as Docker Compose passes it", () => {
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

  it("names every fault at once: the variable, what is wrong, an example", () => {
    const faults = faultsOf({
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
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual([
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
    expect(faults[1]).toBe("PORT must be a whole number from 0 to 65535. Example: PORT=4000");
    expect(faults.join()).not.toContain("hunter2");
  });

  it("slows calls to iiko down or speeds them up", () => {
    expect(loadConfig({ IIKO_RATE_PER_SECOND: "0.5" }).iikoRatePerSecond).toBe(0.5);
  });

  it.each(["0", "65535"])("accepts port %s", (PORT) => {
    expect(loadConfig({ PORT }).port).toBe(Number(PORT));
  });

  it.each(["-1", "4000x", "1e3", "0x10", "NaN"])("refuses port %s", (PORT) => {
    expect(faultsOf({ PORT })).toHaveLength(1);
  });
});

describe("loadConfig in production", () => {
  it("starts with all that is required", () => {
    expect(loadConfig(PRODUCTION)).toMatchObject({
      production: true,
      host: "0.0.0.0",
      publicUrl: "https://orders.pizza.ru",
      customerTokens: { kind: "secret" },
    });
  });

  it("names everything that is missing", () => {
    const faults = faultsOf({ NODE_ENV: "production" });
    expect(faults.map((fault) => fault.replace(/ is required.*/s, ""))).toEqual([
      "DATABASE_URL",
      "IIKO_API_URL",
      "ADMIN_API_KEY",
      "ENCRYPTION_KEY",
      "PUBLIC_URL",
      "CUSTOMER_JWT_SECRET or CUSTOMER_JWKS_URL",
      "SMTP_URL (with MAIL_FROM) or TELEGRAM_BOT_TOKEN",
    ]);
  });

  it.each([
    [
      "a short admin key",
      { ADMIN_API_KEY: "kq7Wm2vX9sLd4TzB8nRf3Hc" },
      "ADMIN_API_KEY must have at least 24",
    ],
    [
      "an example as a secret",
      { ENCRYPTION_KEY: "change-me-change-me-change-me-change-me" },
      "ENCRYPTION_KEY looks like",
    ],
    [
      "one letter over and over",
      { ADMIN_API_KEY: "aaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
      "ADMIN_API_KEY looks like",
    ],
    [
      "a short customer secret",
      { CUSTOMER_JWT_SECRET: "kq7Wm2vX9sLd4TzB" },
      "CUSTOMER_JWT_SECRET must have at least 32",
    ],
    [
      "one secret for two uses",
      { CUSTOMER_JWT_SECRET: PRODUCTION.ENCRYPTION_KEY },
      "ENCRYPTION_KEY must differ from",
    ],
    [
      "a public address without TLS",
      { PUBLIC_URL: "http://orders.pizza.ru" },
      "PUBLIC_URL must start with https",
    ],
    [
      "a POS address without TLS",
      { IIKO_API_URL: "http://sandbox:4010" },
      "IIKO_API_URL must start with https",
    ],
    ["mail without a sender", { SMTP_URL: "smtps://mail.pizza.ru" }, "MAIL_FROM is required"],
  ])("refuses %s", (_title, change, fault) => {
    expect(faultsOf({ ...PRODUCTION, ...change })).toEqual([expect.stringContaining(fault)]);
  });

  it("accepts plain HTTP for localhost, a key list, and mail as the only channel", () => {
    const { CUSTOMER_JWT_SECRET: _secret, TELEGRAM_BOT_TOKEN: _token, ...rest } = PRODUCTION;
    const mail = { SMTP_URL: "smtp://mail.pizza.ru", MAIL_FROM: "Pizza <orders@pizza.ru>" };
    const env = {
      ...rest,
      ...mail,
      PUBLIC_URL: "http://localhost:4000",
      CUSTOMER_JWKS_URL: "https://id.pizza.ru/jwks",
    };
    expect(loadConfig(env).customerTokens).toEqual({
      kind: "jwks",
      url: "https://id.pizza.ru/jwks",
    });
  });
});
