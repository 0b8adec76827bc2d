import { loadConfig } from "../../src/config";
import { ConfigError } from "../../src/errors";
import { CHANNELS } from "../../src/vendors";

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

function errorsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("loadConfig in production", () => {
  it("starts with everything that is required", () => {
    expect(loadConfig(PRODUCTION)).toMatchObject({
      production: true,
      host: "0.0.0.0",
      publicUrl: "https://orders.pizza.ru",
      customerTokens: { kind: "secret" },
    });
  });

  it("names everything that is missing", () => {
    const problems = errorsOf({ NODE_ENV: "production" });
    expect(problems.map((problem) => problem.replace(/ is required.*/s, ""))).toEqual([
      "DATABASE_URL",
      "IIKO_API_URL",
      "ADMIN_API_KEY",
      "ENCRYPTION_KEY",
      "PUBLIC_URL",
      "CUSTOMER_JWT_SECRET or CUSTOMER_JWKS_URL",
      CHANNELS.map(({ settings: { required } }) => required).join(" or "),
    ]);
  });

  it("names the router's key too when the schema is part of a larger graph", () => {
    const problems = errorsOf({ NODE_ENV: "production", FEDERATION: "true" });
    const names = problems.map((problem) => problem.replace(/ is required.*/s, ""));
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(["DATABASE_URL", "ROUTER_KEY"]));
  });

  it("accepts a router's key, and a second one while it is being renewed", () => {
    const keys = ["mK4vT9xQ2wZ7bN5cR8dF3gHj", "pL6yU1zS3xC8vB4nM7kD2hJf"];
    const settings = { FEDERATION: "true", ROUTER_KEY: keys.join(",") };
    expect(loadConfig({ ...PRODUCTION, ...settings })).toMatchObject({
      federation: true,
      routerKeys: keys,
    });
  });

  it("requires no router's key without a larger graph, nor outside production", () => {
    expect(loadConfig(PRODUCTION).routerKeys).toEqual([]);
    expect(loadConfig({ FEDERATION: "true" })).toMatchObject({ federation: true, routerKeys: [] });
  });

  it.each([
    [
      "a larger graph without a router's key",
      { FEDERATION: "true" },
      "ROUTER_KEY is required in production with FEDERATION",
    ],
    [
      "a short key among the router's",
      { FEDERATION: "true", ROUTER_KEY: "mK4vT9xQ2wZ7bN5cR8dF3gHj,mK4vT9xQ2wZ7bN5cR8dF3gH" },
      "ROUTER_KEY must have at least 24",
    ],
    [
      "a router's key that opens something else as well",
      { FEDERATION: "true", ROUTER_KEY: PRODUCTION.ADMIN_API_KEY },
      "ROUTER_KEY must differ from ADMIN_API_KEY",
    ],
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
  ])("refuses %s", (_title, change, problem) => {
    expect(errorsOf({ ...PRODUCTION, ...change })).toEqual([expect.stringContaining(problem)]);
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
