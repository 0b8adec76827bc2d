import { type GatewayClient } from "./gateway-client";
import { ADMIN_KEY } from "./settings";

const SAVE = `mutation ($branchId: ID!, $expectedVersion: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: $expectedVersion, input: $input) {
    branch { id version } userErrors { code field message }
  }
}`;
const CREATE_BRANCH = `mutation ($input: CreateBranchInput!) {
  createBranch(input: $input) { branch { id version } userErrors { code field message } }
}`;
const VERSION = "query ($id: ID!) { branch(id: $id) { id version } }";
const ORGANIZATIONS = `query ($branchId: ID!) {
  organizations(branchId: $branchId) {
    posId terminalGroups { posId visibleToApiLogin alive } externalMenus { posId } paymentTypes { posId kind }
  }
}`;
const REFRESH =
  "mutation ($branchId: ID!) { refreshPosMenu(branchId: $branchId) { userErrors { code message } } }";
const POS_MENU = `query ($branchId: ID!) {
  posMenu(branchId: $branchId) { categories { id name itemCount } items(search: "пицца", first: 100) { nodes { article } } }
}`;
const SECTION = `mutation ($branchId: ID!) {
  createSection(branchId: $branchId, name: "Пицца") { section { id } userErrors { code message } }
}`;
const IMPORT = `mutation ($input: ImportSectionInput!) {
  importSection(input: $input) { plan { applied summary { create blocked } } userErrors { code message } }
}`;
const WEB_HOOK =
  "mutation ($branchId: ID!) { registerWebhook(branchId: $branchId) { userErrors { code message } } }";

interface Branch {
  readonly id: string;
  readonly version: number;
}

interface Organization {
  readonly posId: string;
  readonly terminalGroups: readonly {
    posId: string;
    visibleToApiLogin: boolean;
    alive: boolean | null;
  }[];
  readonly externalMenus: readonly { posId: string }[];
  readonly paymentTypes: readonly { posId: string; kind: string }[];
}

/** Changes a branch's settings as an operator does. */
export async function changeSettings(
  client: GatewayClient,
  branchId: string,
  input: object,
): Promise<void> {
  const { branch } = await client.ask<{ branch: Branch }>(VERSION, { id: branchId }, ADMIN_KEY);
  await mutate(client, SAVE, { branchId, expectedVersion: branch.version, input });
}

/**
 * Connects a new branch to iiko and imports the pizzas of its menu, through the API alone: only the
 * key is known beforehand.
 */
export async function setUpBranch(
  client: GatewayClient,
  apiLogin: string,
  settings: object = {},
): Promise<string> {
  const input = { name: "Кафе на Лесной", timeZone: "Europe/Moscow" };
  const { branch } = await mutate<{ branch: Branch }>(client, CREATE_BRANCH, { input });
  await changeSettings(client, branch.id, { apiLogin });
  // The same guest orders here again and again.
  const guestOrders = { mostOpenPerPhone: 0 };
  await changeSettings(client, branch.id, {
    ...(await placeOf(client, branch.id)),
    pos: "IIKO",
    guestOrders,
    ...settings,
  });
  await importPizzas(client, branch.id);
  await mutate(client, WEB_HOOK, { branchId: branch.id });
  return branch.id;
}

/** What its key leads to: the first restaurant, its till, its menu and its cash payment type. */
export async function placeOf(client: GatewayClient, branchId: string): Promise<object> {
  const { organizations } = await client.ask<{ organizations: Organization[] }>(
    ORGANIZATIONS,
    { branchId },
    ADMIN_KEY,
  );
  const [organization] = organizations;
  const group = organization?.terminalGroups.find(
    ({ visibleToApiLogin, alive }) => visibleToApiLogin && alive,
  );
  const cash = organization?.paymentTypes.find(({ kind }) => kind === "Cash");
  if (!organization || !group || !cash) throw new Error(JSON.stringify(organizations));
  return {
    organizationId: organization.posId,
    terminalGroupId: group.posId,
    externalMenuId: organization.externalMenus[0]?.posId ?? null,
    paymentTypes: [{ method: "CASH", posPaymentTypeId: cash.posId }],
  };
}

async function importPizzas(client: GatewayClient, branchId: string): Promise<void> {
  await mutate(client, REFRESH, { branchId });
  const { posMenu } = await client.ask<{
    posMenu: { items: { nodes: { article: string | null }[] } };
  }>(POS_MENU, { branchId }, ADMIN_KEY);
  const articles = posMenu.items.nodes.flatMap(({ article }) =>
    article && /^\d+$/.test(article) ? [article] : [],
  );
  const { section } = await mutate<{ section: { id: string } }>(client, SECTION, { branchId });
  const fields = [
    "NAME",
    "DESCRIPTION",
    "PRICE",
    "IMAGES",
    "SIZES",
    "OPTIONS",
    "NUTRITION",
    "WEIGHT",
  ];
  const input = { branchId, sectionId: section.id, articles, fields, dryRun: false };
  const { plan } = await mutate<{ plan: { applied: boolean; summary: { create: number } } }>(
    client,
    IMPORT,
    { input },
  );
  if (!plan.applied || plan.summary.create === 0)
    throw new Error(`Nothing was imported: ${JSON.stringify(plan)}`);
}

/** The payload of the mutation's only field. */
async function mutate<T>(client: GatewayClient, mutation: string, variables: object): Promise<T> {
  const answer = await client.ask<Record<string, T & { userErrors: unknown[] }>>(
    mutation,
    variables,
    ADMIN_KEY,
  );
  const [payload] = Object.values(answer);
  if (!payload || payload.userErrors.length > 0) throw new Error(JSON.stringify(payload));
  return payload;
}
