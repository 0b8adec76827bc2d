import { SignJWT } from "jose";

import { MOST_WHOLE_MENUS } from "./attacks/processor-time";
import { type Outcome, runAttacks } from "./attacks/run-attacks";
import { Target } from "./attacks/target";

const GATEWAY_URL = (process.env["GATEWAY_URL"] ?? "http://127.0.0.1:4000").replace(/\/+$/, "");
const FLOOD_SIZE = 2_000;
const GUEST_PHONE = "+79005550003";

/** Tries everything that an outsider may try on a running gateway, and prints the results. */
async function main(): Promise<void> {
  const adminApiKey = process.env["ADMIN_API_KEY"];
  const customerToken = await customerTokenBy(process.env["CUSTOMER_JWT_SECRET"]);
  const sandboxUrl = process.env["SANDBOX_URL"]?.replace(/\/+$/, "");
  const given = {
    adminApiKey,
    customerToken,
    sandboxUrl,
    trustsProxy: process.env["TRUST_PROXY"] === "true",
  };
  const target = await Target.reach({ url: GATEWAY_URL, floodSize: FLOOD_SIZE, ...given });
  console.log(row(["attack", "expected", "got", "ms", "menus", ""]));
  const outcomes = await runAttacks(target, print);
  const missed = outcomes.filter(({ verdict }) => verdict === "MISS").length;
  const dear = outcomes.filter(({ verdict }) => verdict === "DEAR").length;
  const skipped = outcomes.filter(({ verdict }) => verdict === "skipped").length;
  console.log(
    `\n${outcomes.length} attacks, ${missed} missed, ${dear} dearer than ${MOST_WHOLE_MENUS} whole menus, ${skipped} skipped`,
  );
  // Sockets of refused attacks may linger.
  process.exit(missed + dear === 0 ? 0 : 1);
}

/** A token as Result.Rest issues it to a guest who signs in. */
async function customerTokenBy(secret: string | undefined): Promise<string | undefined> {
  if (secret === undefined) return undefined;
  const claims = new SignJWT({ phone: GUEST_PHONE }).setProtectedHeader({ alg: "HS256" });
  return claims.setExpirationTime("1h").sign(Buffer.from(secret));
}

function print({ title, expected, got, ms, wholeMenus, verdict }: Outcome): void {
  console.log(row([title, expected, got, String(ms), wholeMenus?.toFixed(1) ?? "", verdict]));
}

function row([title, expected, got, ms, menus, verdict]: readonly [
  string,
  string,
  string,
  string,
  string,
  string,
]): string {
  return [
    title.padEnd(56),
    expected.padEnd(38),
    got.slice(0, 60).padEnd(38),
    ms.padStart(6),
    menus.padStart(6),
    verdict,
  ].join("  ");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
