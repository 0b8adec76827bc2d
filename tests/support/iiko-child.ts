import { DEMO_KEY } from "../../sandbox/credentials";
import { startIikoProcess } from "./iiko-process";
import { organization } from "./sandbox-session";

/**
 * A separate process that makes this many calls with the demo key, all simultaneously, and ends.
 */
async function main([
  databaseUrl = "",
  baseUrl = "",
  calls = "1",
  perSecond = "2",
]: string[]): Promise<void> {
  const { pos, stop } = await startIikoProcess(databaseUrl, {
    baseUrl,
    perSecond: Number(perSecond),
  });
  const credential = { kind: "API_LOGIN_V1", apiLogin: DEMO_KEY } as const;
  const asked = Array.from({ length: Number(calls) }, () =>
    pos.paymentTypes(credential, organization.id),
  );
  await Promise.all(asked).finally(stop);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exit(1);
});
