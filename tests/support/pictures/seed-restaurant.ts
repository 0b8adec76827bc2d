import { DEMO_KEY } from "../../../sandbox/credentials";
import { type DemoMenu } from "../../../scripts/demo/choose-basket";
import { eventually } from "../eventually";
import { type KillableGateway } from "../killable-gateway";
import { CREATE_PATH } from "../sandbox-control";
import { changeSettings, placeOf, setUpBranch } from "../set-up-branch";
import { ADMIN_KEY } from "../settings";
import { type PlacedOrder, Storefront } from "../storefront";
import { makeSomeWait, spreadOverTheDay } from "./seeded-day";
import { seedPromotions, seedZones } from "./seeded-offers";

const REFUSED = { kind: "status", status: 400, body: {} } as const;
const GUESTS = [
  "Марина Соколова",
  "Павел Дорохов",
  "Инга Шилова",
  "Степан Жуков",
  "Анна Лебедева",
  "Олег Тимофеев",
  "Вера Носова",
  "Кирилл Азаров",
];
const STREETS = ["Печная", "Садовая", "Лесная", "Жаровая"];
/** How far each order under way has got. */
const UNDER_WAY = [
  "WaitCooking",
  "ReadyForCooking",
  "CookingStarted",
  "CookingStarted",
  "CookingCompleted",
  "Waiting",
  "OnWay",
] as const;
const FINISHED = 28;
const PATIENCE_MS = 80_000;

const NEW_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }`;
const PAUSE = `mutation ($id: ID!, $until: DateTime!) {
  setOrderAcceptance(branchId: $id, pickup: false, until: $until) { userErrors { code } } }`;
const NEW_BRANCH = `mutation ($input: CreateBranchInput!) {
  createBranch(input: $input) { branch { id } } }`;
const REFRESH =
  "mutation ($branchId: ID!) { refreshPosMenu(branchId: $branchId) { userErrors { code } } }";
const PRICES = `mutation ($branchId: ID!) {
  syncPrices(input: { branchId: $branchId }) { plan { id } userErrors { message } } }`;

/** What screenshots are taken of. */
export interface SeededRestaurant {
  readonly branchId: string;
  /** Has a key and nothing else. */
  readonly newBranchId: string;
  /** Neither the till nor the staff have it. */
  readonly stuck: PlacedOrder;
  readonly planId: string;
}

/**
 * The same restaurant on the same day, whenever it is created: its orders end a few minutes ago.
 */
export async function seedRestaurant(gateway: KillableGateway): Promise<SeededRestaurant> {
  const { client, sandbox } = gateway;
  const branchId = await setUpBranch(client, DEMO_KEY, {
    name: "Тесто и огонь · Печная, 7",
  });
  const storefront = new Storefront(client, branchId);
  for (let count = 0; count < FINISHED; count++) await place(storefront, count);
  await eventuallyServed(gateway);
  await spreadOverTheDay(gateway.database.url);
  await sandbox.setTill({ paused: true });
  const placed: PlacedOrder[] = [];
  for (const [index] of UNDER_WAY.entries()) placed.push(await place(storefront, index + 4));
  for (const [index, { number }] of placed.entries()) await reach(gateway, number, index);
  await sandbox.plan({ path: CREATE_PATH, times: 0, fault: REFUSED });
  await place(storefront, 5);
  const stuck = await place(storefront, 0);
  await inNobodysHands(gateway, 2);
  await sandbox.clearFaults();
  await makeSomeWait(gateway.database.url);
  const fallback = [{ kind: "EMAIL", target: "smena@example.ru", enabled: true }];
  await changeSettings(client, branchId, { fallback });
  await staff(gateway, branchId);
  await seedPromotions(gateway, branchId);
  await seedZones(gateway, branchId);
  const newBranchId = await otherBranches(gateway);
  await sandbox.send("PUT", "menu/prices", { article: "01001", price: 512 });
  await sandbox.send("PUT", "menu/prices", { article: "00101", price: 459 });
  await client.ask(REFRESH, { branchId }, ADMIN_KEY);
  const { syncPrices } = await client.ask<{ syncPrices: { plan: { id: string } } }>(
    PRICES,
    { branchId },
    ADMIN_KEY,
  );
  return { branchId, newBranchId, stuck, planId: syncPrices.plan.id };
}

/** Uses a key, because that many orders from one address would not pass for guests. */
async function place(storefront: Storefront, index: number): Promise<PlacedOrder> {
  const isPickup = index % 3 === 2;
  const phone = `+7900000${String(1200 + index)}`;
  const [name, street] = [GUESTS[index % GUESTS.length], STREETS[index % STREETS.length]];
  const input = await storefront.input({
    lines: linesOf(await storefront.menu(), index),
    customer: { name, phone },
    ...(isPickup
      ? { fulfilment: "PICKUP", address: null }
      : { address: { city: "Ярославль", street, house: `${3 + index}`, flat: `${10 + index}` } }),
    ...(index === 0 && { comment: "Домофон не работает, позвоните", guestCount: 2 }),
  });
  const { order, trackingToken, userErrors } = await storefront.create(input, ADMIN_KEY);
  if (!order) throw new Error(JSON.stringify(userErrors));
  const { id, number, totals } = order;
  return { id, number, trackingToken: trackingToken ?? "", total: totals.total.amount };
}

/** One to three dishes that need no options, different ones for each guest. */
function linesOf({ sections }: DemoMenu, index: number): object[] {
  const plain = sections
    .flatMap(({ products }) => products.nodes)
    .filter(({ optionGroups }) => optionGroups.every(({ min }) => min === 0))
    .flatMap(({ article, sizes }) => {
      const sold = sizes.filter(({ price, availability }) => price && availability.available);
      return sold.length > 0 ? [{ article, sizes: sold }] : [];
    });
  const chosen = [0, 1, 2].slice(0, 1 + (index % 3)).flatMap((step) => {
    const dish = plain[(index * 5 + step * 3) % plain.length];
    const size = dish?.sizes[index % dish.sizes.length];
    return dish && size ? [{ article: dish.article, sizeId: size.id, quantity: "1" }] : [];
  });
  return chosen.filter(
    ({ article }, at) => chosen.findIndex((one) => one.article === article) === at,
  );
}

async function eventuallyServed({ client }: KillableGateway): Promise<void> {
  const open = `{ orders(first: 1, filter: { statuses: [NEW, UNCONFIRMED, ACCEPTED, QUEUED_FOR_COOKING, COOKING, READY, WAITING_FOR_COURIER, ON_THE_WAY] }) { totalCount } }`;
  await eventually(async () => {
    const { orders } = await client.ask<{ orders: { totalCount: number } }>(open, {}, ADMIN_KEY);
    return orders.totalCount === 0;
  }, PATIENCE_MS);
}

/**
 * Orders that neither the till nor the staff have: iiko refused them, and there is no one to
 * notify.
 */
async function inNobodysHands({ client }: KillableGateway, count: number): Promise<void> {
  const dead = async () => {
    const { deadLetters } = await client.ask<{ deadLetters: { totalCount: number } }>(
      "{ deadLetters(first: 1) { totalCount } }",
      {},
      ADMIN_KEY,
    );
    return deadLetters.totalCount;
  };
  await eventually(async () => (await dead()) >= count, PATIENCE_MS).catch(async () => {
    throw new Error(`Of ${count} orders that iiko refused, ${await dead()} are in nobody's hands`);
  });
}

/** Waits until the kitchen has got this far with the order. */
async function reach({ sandbox }: KillableGateway, number: string, index: number): Promise<void> {
  const [order] = await eventually(async () => {
    const found = await sandbox.inTill(number);
    return found.length > 0 ? found : undefined;
  }, PATIENCE_MS);
  await sandbox.send("POST", `orders/${order?.id}/status`, { status: UNDER_WAY[index] });
}

async function staff({ client }: KillableGateway, branchId: string): Promise<void> {
  for (const [label, scope, branchIds] of [
    ["Ольга М.", "OPERATOR", [branchId]],
    ["Марк, вечер", "OPERATOR", [branchId]],
    ["Сайт", "ADMIN", null],
  ])
    await client.ask(NEW_KEY, { input: { label, scope, branchIds } }, ADMIN_KEY);
}

/** One branch that accepts no pick-ups for now, and one that is being connected. */
async function otherBranches({ client }: KillableGateway): Promise<string> {
  const name = "Тесто и огонь · Садовая, 12";
  const other = await setUpBranch(client, DEMO_KEY, { name });
  const until = new Date(Date.now() + 45 * 60_000).toISOString();
  await client.ask(PAUSE, { id: other, until }, ADMIN_KEY);
  const input = { name: "Тесто и огонь · Лесная, 3", timeZone: "Europe/Moscow" };
  const { createBranch } = await client.ask<{ createBranch: { branch: { id: string } } }>(
    NEW_BRANCH,
    { input },
    ADMIN_KEY,
  );
  const newBranchId = createBranch.branch.id;
  await changeSettings(client, newBranchId, { apiLogin: DEMO_KEY });
  await changeSettings(client, newBranchId, await placeOf(client, newBranchId));
  return newBranchId;
}
