import { ConsolePage } from "./console-page";
import { type KillableGateway } from "./killable-gateway";
import { ADMIN_KEY } from "./settings";

/** A user with a separate key, in a separate browser, in Russian. */
export async function operatorInBrowser(
  gateway: KillableGateway,
  branchId: string,
  label: string,
): Promise<ConsolePage> {
  const { createApiKey } = await gateway.client.ask<{ createApiKey: { secret: string } }>(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }`,
    { input: { label, scope: "OPERATOR", branchIds: [branchId] } },
    ADMIN_KEY,
  );
  const page = await ConsolePage.open(gateway.client.url);
  await page.browser.evaluate(`localStorage.setItem("console:language", "ru")`);
  await page.visit();
  await page.signIn(createApiKey.secret);
  await page.sees("Кафе на Лесной", ".place");
  return page;
}
