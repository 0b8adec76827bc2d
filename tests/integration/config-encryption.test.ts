import { Client } from "pg";

import { loadConfig } from "../../src/config";
import { ConfigError } from "../../src/errors";

const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://gateway:hunter2@localhost/gateway",
  IIKO_API_URL: "https://api-ru.iiko.services",
  ADMIN_API_KEY: "kq7Wm2vX9sLd4TzB8nRf3HcY",
  CUSTOMER_JWT_SECRET: "b1946ac92492d2347c6235b4d2611184",
  ENCRYPTION_KEY: "591785b794601e212b260e25925636fd",
  PUBLIC_URL: "https://orders.pizza.ru/",
  TELEGRAM_BOT_TOKEN: "123456:AAE-invented-token",
  MAIL_FROM: "orders@pizza.ru",
};
const DATABASE = "postgres://gateway:hunter2@db.pizza.ru/gateway";

function errorsOf(change: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig({ ...PRODUCTION, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("A production start refuses plaintext", () => {
  it.each([
    ["PUBLIC_URL", "http://orders.pizza.ru"],
    ["IIKO_API_URL", "http://api.iiko.example"],
    ["TELEGRAM_API_URL", "http://tg.pizza.ru"],
    ["VK_API_URL", "http://vk.pizza.ru"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.pizza.ru:4318"],
    ["ALLOWED_ORIGINS", "https://pizza.ru,http://sushi.ru"],
    ["SMTP_URL", "smtp://user:hunter2@mail.pizza.ru:25"],
    ["SMTP_URL", "smtps://user:hunter2@mail.pizza.ru?tls.rejectUnauthorized=false"],
    ["SMTP_URL", "smtp://user:hunter2@mail.pizza.ru?requireTLS=true&ignoreTLS=true"],
    ["DATABASE_URL", DATABASE],
    ["DATABASE_URL", `${DATABASE}?sslmode=disable`],
    ["DATABASE_URL", `${DATABASE}?sslmode=prefer`],
    ["DATABASE_URL", `${DATABASE}?sslmode=no-verify`],
    ["DATABASE_URL", `${DATABASE}?sslmode=verify-full&sslmode=disable`],
    ["DATABASE_URL", `${DATABASE}?uselibpqcompat=true&sslmode=require`],
    ["DATABASE_URL", "postgres://gateway:hunter2@localhost/gateway?host=db.pizza.ru"],
  ])("for %s=%s, without revealing a password", (name, address) => {
    const problems = errorsOf({ [name]: address });
    expect(problems).toEqual([expect.stringContaining(`${name} must`)]);
    expect(problems.join()).not.toContain("hunter2");
  });

  it("for a key list", () => {
    const env = { CUSTOMER_JWT_SECRET: "", CUSTOMER_JWKS_URL: "http://id.pizza.ru/jwks" };
    expect(errorsOf(env)).toEqual([expect.stringContaining("CUSTOMER_JWKS_URL must")]);
  });
});

it.each([
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"],
  ["SMTP_URL", "smtp://user:hunter2@collector:25"],
  ["DATABASE_URL", "postgres://gateway:hunter2@collector/gateway"],
  ["ALLOWED_ORIGINS", "http://collector"],
])("accepts plaintext for %s=%s when its host is listed", (name, address) => {
  expect(errorsOf({ [name]: address, ALLOW_PLAINTEXT_HOSTS: "other, Collector" })).toEqual([]);
  expect(errorsOf({ [name]: address, ALLOW_PLAINTEXT_HOSTS: "collector.pizza.ru" })).toHaveLength(
    1,
  );
});

it.each([
  "http://localhost:4318",
  "http://127.0.0.1:4318",
  "http://127.8.0.1:4318",
  "http://[::1]:4318",
])("accepts plaintext to this machine: %s", (OTEL_EXPORTER_OTLP_ENDPOINT) => {
  expect(errorsOf({ OTEL_EXPORTER_OTLP_ENDPOINT })).toEqual([]);
});

describe("A database in production", () => {
  it.each(["sslmode=verify-full", "sslmode=verify-ca", "sslmode=require"])(
    "may be reached with %s, with which pg checks the certificate and the name",
    (words) => {
      const DATABASE_URL = `${DATABASE}?${words}`;
      expect(errorsOf({ DATABASE_URL })).toEqual([]);
      expect(pgChecks(DATABASE_URL)).toBe(true);
    },
  );

  it.each(["sslmode=no-verify", "uselibpqcompat=true&sslmode=require"])(
    "is refused with %s, with which pg checks nothing",
    (words) => {
      const DATABASE_URL = `${DATABASE}?${words}`;
      expect(errorsOf({ DATABASE_URL })).toHaveLength(1);
      expect(pgChecks(DATABASE_URL)).toBe(false);
    },
  );
});

/** Whether pg itself refuses a server whose certificate no authority has signed. */
function pgChecks(connectionString: string): boolean {
  const { ssl } = new Client({ connectionString }) as unknown as {
    ssl?: { rejectUnauthorized?: boolean } | false;
  };
  return typeof ssl === "object" && ssl.rejectUnauthorized !== false;
}

it.each([
  ["smtp://mail.pizza.ru", true],
  ["smtps://mail.pizza.ru", true],
  ["smtp://localhost:2525", false],
  ["smtp://Relay:25", false],
])("requires TLS of the mail server in %s: %s", (SMTP_URL, requireTls) => {
  const { channels } = loadConfig({ ...PRODUCTION, SMTP_URL, ALLOW_PLAINTEXT_HOSTS: "relay" });
  expect(channels["EMAIL"]).toMatchObject({ url: SMTP_URL, requireTls });
});
