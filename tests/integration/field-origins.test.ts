import { loadConfig } from "../../src/config";
import { originOf } from "../../src/server/origin";
import { OriginPolicy } from "../../src/server/origin-policy";

const DOMAINS = ["https://pizza.example", "http://sushi.example:8080", "https://пицца.рф"];
const APPS = [
  "capacitor://localhost",
  "ionic://localhost",
  "app://-",
  "tauri://localhost",
  "file://",
];

describe("an origin", () => {
  it.each([
    ["https://pizza.example:443", "https://pizza.example"],
    ["http://pizza.example:80", "http://pizza.example"],
    ["https://Pizza.Example", "https://pizza.example"],
    ["HTTPS://pizza.example/", "https://pizza.example"],
    ["https://pizza.example.", "https://pizza.example"],
    ["https://пицца.рф", "https://xn--80apu3aa.xn--p1ai"],
    ["https://pizza.example:8443", "https://pizza.example:8443"],
    ["Capacitor://Localhost", "capacitor://localhost"],
    ["ionic://localhost/", "ionic://localhost"],
    ["file:///", "file://"],
    ["http://[::1]:5173", "http://[::1]:5173"],
  ])("%s is compared as %s", (written, compared) => {
    expect(originOf(written)).toBe(compared);
  });

  it.each([
    ...[
      "*",
      "pizza.example",
      "https://*.pizza.example",
      "https://pizza.example/menu",
      "https://pizza.example/?a=1",
    ],
    ...[
      "https://me@pizza.example",
      "https://",
      "app://",
      "ws://pizza.example",
      "data:text/html,x",
      "file://host/x",
    ],
    ...["javascript:alert(1)", "https://pizza.example https://evil.example", "localhost:3000", ""],
  ])("%p is not one", (text) => {
    expect(originOf(text)).toBeUndefined();
  });
});

describe("access to the gateway from a web page", () => {
  const policy = new OriginPolicy([...DOMAINS, ...APPS]);

  it.each([
    ...[
      "https://pizza.example",
      "https://pizza.example:443",
      "https://PIZZA.example/",
      "http://sushi.example:8080",
    ],
    ...["https://xn--80apu3aa.xn--p1ai", ...APPS],
  ])("is granted to %s, which is listed", (origin) => {
    expect(policy.isListed(origin)).toBe(true);
  });

  it.each([
    ...[
      "http://pizza.example",
      "https://pizza.example:8443",
      "https://pizza.example.evil.example",
      "null",
    ],
    ...[
      "https://evilpizza.example",
      "http://sushi.example",
      "capacitor://other",
      "http://localhost:5173",
      "file",
    ],
  ])("is denied to %s, which is not", (origin) => {
    expect(policy.isListed(origin)).toBe(false);
  });

  it.each([
    ["https://api.example", "api.example"],
    ["https://api.example:443", "api.example"],
    ["https://api.example", "API.example:443"],
    ["http://api.example:80", "api.example"],
    ["http://10.0.2.2:4000", "10.0.2.2:4000"],
  ])("is granted to a socket from %s on the host %s", (origin, host) => {
    expect(policy.permitsUpgrade(origin, host)).toBe(true);
  });

  it.each([
    ["https://api.example", "api.example:80"],
    ["https://evil.example", "api.example"],
    ["null", "null"],
    ["https://api.example", undefined],
    ["https://api.example", "["],
    ["app://api.example", "api.example"],
  ])("is denied to a socket from %s on the host %p", (origin, host) => {
    expect(policy.permitsUpgrade(origin, host)).toBe(false);
  });

  it("is granted to development servers on any local port, outside production", () => {
    const local = new OriginPolicy([], true);
    const origins = [
      "http://localhost:3000",
      "http://127.0.0.1:5173",
      "http://[::1]:8081",
      "https://shop.localhost",
    ];
    for (const origin of [...origins, "capacitor://localhost"]) {
      expect([
        origin,
        local.isListed(origin),
        policy.isListed(origin) && origin !== "capacitor://localhost",
      ]).toEqual([...[origin, true, false]]);
    }
    for (const origin of [
      "http://localhost.evil.example",
      "http://127.0.0.1.evil.example",
      "null",
      "http://10.0.0.5",
    ]) {
      expect([origin, local.isListed(origin)]).toEqual([origin, false]);
    }
  });
});

describe("ALLOWED_ORIGINS", () => {
  const load = (origins: string, env = {}) =>
    loadConfig({ ALLOWED_ORIGINS: origins, ...env }).allowedOrigins;

  it("accepts apps' own schemes, and every spelling of an origin", () => {
    expect(
      load("capacitor://localhost, https://Pizza.example:443/ ,file://,https://пицца.рф"),
    ).toEqual([
      ...[
        "capacitor://localhost",
        "https://pizza.example",
        "file://",
        "https://xn--80apu3aa.xn--p1ai",
      ],
    ]);
  });

  it.each([
    "*",
    "https://*.pizza.example",
    "htps://pizza.example",
    "hhttps://pizza.example",
    "https://pizza.example/a",
  ])("refuses %s", (origins) => {
    expect(() => load(origins)).toThrow(/ALLOWED_ORIGINS must list origins/);
  });

  it("accepts null, which every sandboxed frame has, only outside production", () => {
    expect(load("null")).toEqual(["null"]);
    expect(() => load("null", { NODE_ENV: "production" })).toThrow(
      /ALLOWED_ORIGINS must not list null/,
    );
    expect(() => load("capacitor://localhost", { NODE_ENV: "production" })).not.toThrow(
      /ALLOWED_ORIGINS/,
    );
    expect(() => load("http://pizza.example", { NODE_ENV: "production" })).toThrow(
      /ALLOWED_ORIGINS must start/,
    );
  });
});
