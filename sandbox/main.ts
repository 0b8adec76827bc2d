import { join } from "node:path";

import { API_KEYS, DEMO_APP_ID, DEMO_CLIENT_SECRET, DEMO_KEY } from "./credentials";
import { demoRestaurant } from "./restaurant/demo-restaurant";
import { startSandbox } from "./start-sandbox";

const { SANDBOX_PORT = "4010", SANDBOX_SPEED = "1", DATA_DIR = ".data" } = process.env;

async function main(): Promise<void> {
  const stateFile = join(DATA_DIR, "sandbox.json");
  const sandbox = await startSandbox({
    port: Number(SANDBOX_PORT),
    cookingSpeed: Number(SANDBOX_SPEED),
    stateFile,
    log: (line) => {
      console.log(line);
    },
  });
  console.log(greeting(sandbox, stateFile));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void sandbox.close();
    });
  }
}

function greeting(
  { url, smtpUrl, telegramUrl }: { url: string; smtpUrl: string; telegramUrl: string },
  stateFile: string,
) {
  const [organization] = demoRestaurant.organizations;
  const group = demoRestaurant.terminalGroups.find(
    ({ organizationId }) => organizationId === organization?.id,
  );
  const keys = API_KEYS.map(({ value }) => value).join(", ");
  return [
    "",
    "  iiko sandbox is running",
    `  API             ${url}/api/…`,
    `  remote control  ${url}/_sandbox`,
    `  SMTP            ${smtpUrl}`,
    `  Telegram        ${telegramUrl}/bot<any token>/sendMessage`,
    `  VK              ${url}/method/messages.send`,
    `  API key         ${DEMO_KEY}   (all: ${keys})`,
    `  application     ${DEMO_APP_ID} / ${DEMO_CLIENT_SECRET}`,
    `  organization    ${organization?.id ?? ""}  ${organization?.name ?? ""}`,
    `  terminal group  ${group?.id ?? ""}  ${group?.name ?? ""}`,
    `  external menu   ${demoRestaurant.externalMenu.id}  ${demoRestaurant.externalMenu.name}`,
    `  state           ${stateFile}`,
    "",
  ].join("\n");
}

main().catch((error: unknown) => {
  console.error(
    `The sandbox did not start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});
