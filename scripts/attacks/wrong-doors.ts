import { type Attack, onlyInProduction, onlyWithAdminKey } from "./attack";
import { type Target } from "./target";

const SETTINGS = "query ($id: ID!) { branch(id: $id) { settings { organizationId } } }";

/** What may be tried in place of the token that iiko was given. */
const HOOK_TOKENS: Readonly<Record<string, (target: Target) => string>> = {
  "an empty token": () => "Bearer ",
  "an admin key": (target) => `Bearer ${target.adminApiKey ?? ""}`,
  "a guest's token": ({ options }) => `Bearer ${options.customerToken ?? "x.y.z"}`,
  "a token of the right length": () => "A".repeat(43),
  "a token with padding": () => `${"A".repeat(43)}=`,
};

/** What a caller sends who is not the metrics collector. */
const WAYS: Readonly<Record<string, Record<string, string>>> = {
  "no header at all": {},
  "X-Real-IP alone": { "x-real-ip": "198.51.100.7" },
  "a guessed key": { authorization: "Bearer metrics" },
};

const STRANGERS = ["https://evil.example", "null", "http://localhost.evil.example"];

/** Attempts to enter through doors that are meant for others. */
export const wrongDoors: readonly Attack[] = [
  ...Object.entries(HOOK_TOKENS).map(([what, tokenOf]): Attack => ({
    title: `a web hook with ${what}`,
    expected: "401",
    skip: onlyWithAdminKey,
    run: async (target) => {
      const { text } = await target.ask(SETTINGS, { id: target.branchId }, target.asAdmin());
      const organization = /"organizationId":"([^"]+)"/.exec(text)?.[1] ?? "none";
      const headers = { "content-type": "application/json", authorization: tokenOf(target) };
      const answer = await target.fetch(`/webhooks/iiko/${organization}`, {
        method: "POST",
        headers,
        body: "[]",
      });
      return String(answer.status);
    },
  })),
  ...Object.entries(WAYS).map(([what, headers]): Attack => ({
    title: `metrics from this machine with ${what}`,
    expected: "401 UNAUTHENTICATED",
    skip: onlyInProduction,
    run: async (target) => (await target.fetch("/metrics", { headers })).summary,
  })),
  ...STRANGERS.map((origin): Attack => ({
    title: `the sandbox from a page of ${origin}`,
    expected: "403",
    skip: ({ sandboxUrl }) => (sandboxUrl === undefined ? "SANDBOX_URL is not given" : undefined),
    run: async ({ sandboxUrl }) => {
      const headers = { origin, "content-type": "text/plain" };
      const { status, body } = await fetch(`${sandboxUrl}/_sandbox/faults`, {
        method: "DELETE",
        headers,
      });
      await body?.cancel();
      return String(status);
    },
  })),
  {
    title: "the console's way to other hosts",
    expected: "its own host alone",
    run: async (target) => {
      const policy = (await target.fetch("/console")).headers.get("content-security-policy") ?? "";
      const elsewhere = /(?:connect|img|script)-src[^;]*\b(?:https?|wss?):/.test(policy);
      const own = ["base-uri 'none'", "frame-ancestors 'none'"].every((part) =>
        policy.replaceAll('"', "").includes(part),
      );
      return own && !elsewhere ? "its own host alone" : policy;
    },
  },
];
