import { createHmac } from "node:crypto";

import { type Attack } from "./attack";
import { type Target } from "./target";

const PHONE = "+79005550009";
const hour = () => Math.floor(Date.now() / 1000) + 3_600;

interface Parts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function hmac(header: object, payload: object, secret: string, hash = "sha256"): string {
  const signed = `${encoded(header)}.${encoded(payload)}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest("base64url")}`;
}

const claims = () => ({ phone: PHONE, exp: hour() });

/** What someone who has seen a guest's token, but knows no secret, may forge. */
const FORGERIES: Readonly<Record<string, (own: Parts) => string>> = {
  "without a signature (alg none)": ({ payload }) => `${encoded({ alg: "none" })}.${payload}.`,
  "without a signature (alg NoNe)": ({ payload }) => `${encoded({ alg: "NoNe" })}.${payload}.x`,
  "whose phone was changed": ({ header, signature }) =>
    `${header}.${encoded(claims())}.${signature}`,
  "whose signature was cut off": ({ header, payload }) => `${header}.${payload}.`,
  "whose signature was cut short": ({ header, payload, signature }) =>
    `${header}.${payload}.${signature.slice(0, 20)}`,
  "with two payloads": ({ header, payload, signature }) =>
    `${header}.${encoded(claims())}.${payload}.${signature}`,
  "signed with the empty secret": () => hmac({ alg: "HS256" }, claims(), ""),
  "signed with a word for a secret": () => hmac({ alg: "HS256" }, claims(), "secret"),
  "signed with another hash": () => hmac({ alg: "HS512" }, claims(), "secret", "sha512"),
  "that brings its own key": () =>
    hmac({ alg: "HS256", jwk: { kty: "oct", k: "c2VjcmV0" } }, claims(), "secret"),
  "that names a file as its key": () =>
    hmac({ alg: "HS256", kid: "../../../../dev/null" }, claims(), ""),
  "that names a server for its key": () =>
    hmac({ alg: "HS256", jku: "http://127.0.0.1:1/" }, claims(), "secret"),
  "that says it is of RS256": () => hmac({ alg: "RS256" }, claims(), "secret"),
  "with a header nobody understands": () =>
    hmac({ alg: "HS256", crit: ["x"], x: 1 }, claims(), "secret"),
};

/** Guest tokens that Result.Rest has not issued. */
export const forgedTokens: readonly Attack[] = Object.entries(FORGERIES).map(([what, make]) => ({
  title: `a guest's token ${what}`,
  expected: "refused",
  skip: ({ options }: Target) =>
    options.customerToken === undefined ? "CUSTOMER_JWT_SECRET is not given" : undefined,
  run: async (target: Target) => {
    const [header = "", payload = "", signature = ""] = (target.options.customerToken ?? "").split(
      ".",
    );
    const authorization = `Bearer ${make({ header, payload, signature })}`;
    const { text } = await target.ask("{ me { phone } }", {}, { authorization });
    return text.includes("UNAUTHENTICATED") && !text.includes("+7")
      ? "refused"
      : `taken: ${text.slice(0, 80)}`;
  },
}));
