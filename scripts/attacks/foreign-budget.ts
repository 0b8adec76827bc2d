import { randomUUID } from "node:crypto";

import { aBasket, anOrder } from "./an-order";
import { type Attack, onlyWithAdminKey } from "./attack";
import { askAs, HELD, heldIf } from "./graphql";
import { type Target } from "./target";

const LOYALTY = "/api/1/loyalty/iiko";
const COUPONS = `${LOYALTY}/coupons/info`;
const TRANSACTIONS = `${LOYALTY}/customer/transactions/by_date`;
const INFO = `${LOYALTY}/customer/info`;
/**
 * Guests of the demo restaurant: with points, with a discount from the programme, and with neither.
 */
const [POINTS, DISCOUNT, NEITHER] = ["+79990000001", "+79990000002", "+79990000003"];

const QUOTE = `mutation ($input: QuoteInput!) {
  quoteOrder(input: $input) { quote { id discount { amount } } userErrors { code } }
}`;
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id totals { discount { amount } } } userErrors { code } }
}`;
const BALANCE =
  "query ($b: ID!, $p: String!) { loyaltyBalance(branchId: $b, phone: $p) { balance { amount } } }";

const aCode = () => `Z${randomUUID().slice(0, 8).toUpperCase()}`;
const fiveCodes = () => Array.from({ length: 5 }, aCode);

async function callsOf({ sandboxUrl }: Target, path: string): Promise<number> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/calls`);
  const { counts } = (await answer.json()) as { counts: Record<string, number> };
  return counts[path] ?? 0;
}

/** The attack is held if `run` costs iiko no more than `most` calls to this path. */
function costs(
  title: string,
  path: string,
  most: number,
  run: (target: Target) => Promise<unknown>,
): Attack {
  return attack(title, async (target) => {
    const before = await callsOf(target, path);
    const answer = await run(target);
    const calls = (await callsOf(target, path)) - before;
    return heldIf(calls <= most, { calls, answer });
  });
}

function attack(title: string, run: (target: Target) => Promise<string>): Attack {
  const withoutSandbox = ({ sandboxUrl }: Target) =>
    sandboxUrl === undefined ? "SANDBOX_URL is not given" : undefined;
  return {
    title,
    expected: HELD,
    withinMs: 30_000,
    skip: (target) => onlyWithAdminKey(target) ?? withoutSandbox(target),
    run,
  };
}

function quote(target: Target, basket: object, credential = target.adminApiKey): Promise<object> {
  return askAs(target, credential, QUOTE, { input: basket });
}

/** An order that is refused regardless of its codes. */
async function order(target: Target, wrong: object): Promise<object> {
  const input = {
    ...(await anOrder(target, { method: "CASH" })),
    promoCodes: fiveCodes(),
    ...wrong,
  };
  return askAs(target, target.adminApiKey, CREATE, { input });
}

/** @param place returns the cursor of each alias */
function pages(target: Target, place: (n: number) => string): Promise<object> {
  const aliases = Array.from(
    { length: 30 },
    (_, n) => `t${n}: transactions(first: 1, after: "${place(n)}") { pageInfo { hasNextPage } }`,
  );
  const query = `query ($b: ID!, $p: String!) { loyaltyBalance(branchId: $b, phone: $p) { ${aliases.join(" ")} } }`;
  return askAs(target, target.adminApiKey, query, { b: target.branchId, p: POINTS });
}

/** The id of a quote to which the programme applies a discount. */
async function quoted(target: Target): Promise<string> {
  const customer = { name: "Attack", phone: DISCOUNT };
  const input = { ...(await aBasket(target)), customer };
  type Answer = {
    readonly quoteOrder: {
      readonly quote: { readonly id: string; readonly discount: object } | null;
    };
  };
  const { data } = await askAs<Answer>(target, target.adminApiKey, QUOTE, { input });
  if (!data?.quoteOrder.quote) throw new Error(`no quote: ${JSON.stringify(data)}`);
  return data.quoteOrder.quote.id;
}

async function orderBy(target: Target, quoteId: string): Promise<boolean> {
  const input = {
    ...(await anOrder(target, { method: "CASH" })),
    customer: { name: "Attack", phone: DISCOUNT },
    quoteId,
  };
  type Answer = {
    readonly createOrder: {
      readonly order: { readonly totals: { readonly discount: { amount: string } } } | null;
    };
  };
  const { data } = await askAs<Answer>(target, target.adminApiKey, CREATE, { input });
  return Number(data?.createOrder.order?.totals.discount.amount ?? 0) > 0;
}

/** Attempts by anyone to use up others' share of iiko's budget and of what its programme gives. */
export const foreignBudget: readonly Attack[] = [
  costs("five unknown codes in a basket that nobody can order", COUPONS, 0, async (target) =>
    quote(target, {
      ...(await aBasket(target)),
      lines: [{ article: "none" }],
      promoCodes: fiveCodes(),
    }),
  ),
  costs("five unknown codes in an order without dishes", COUPONS, 0, (target) =>
    order(target, { lines: [] }),
  ),
  costs("five unknown codes in an order of no phone", COUPONS, 0, (target) =>
    order(target, { customer: { name: "Attack", phone: "1" } }),
  ),
  costs("five unknown codes in an order that nobody can pay", COUPONS, 0, (target) =>
    order(target, { payment: { method: "BONUS" } }),
  ),
  costs("five unknown codes in an order of yesterday", COUPONS, 0, (target) =>
    order(target, { wantedAt: "2020-01-01T00:00:00Z" }),
  ),
  costs("five unknown codes in an order by a quote that was made up", COUPONS, 0, (target) =>
    order(target, { quoteId: randomUUID() }),
  ),
  costs(
    "one unknown code, asked for by ten at once and by ten later",
    COUPONS,
    2,
    async (target) => {
      const basket = { ...(await aBasket(target)), promoCodes: [aCode()] };
      const ten = () => Promise.all(Array.from({ length: 10 }, () => quote(target, basket)));
      return [...(await ten()), ...(await ten())].length;
    },
  ),
  costs("a right code in five quotes of one request", COUPONS, 1, async (target) => {
    const fields = Array.from(
      { length: 5 },
      (_, n) => `q${n}: quoteOrder(input: $input) { userErrors { code } }`,
    );
    const input = { ...(await aBasket(target)), promoCodes: ["KEBAB-2026"] };
    return askAs(
      target,
      target.adminApiKey,
      `mutation ($input: QuoteInput!) { ${fields.join(" ")} }`,
      { input },
    );
  }),
  costs("one code five times in one basket", COUPONS, 1, async (target) =>
    quote(target, { ...(await aBasket(target)), promoCodes: Array(5).fill("OSEN-15") }),
  ),
  costs("thirty aliases of a page of transactions", TRANSACTIONS, 1, (target) =>
    pages(target, (n) => `1900000000000.${n + 1}`),
  ),
  costs("thirty pages of transactions in one request", TRANSACTIONS, 2, (target) =>
    pages(target, (n) => `1900000000000.${n * 100}`),
  ),
  costs("thirty periods of transactions in one request", TRANSACTIONS, 2, (target) =>
    pages(target, (n) => `${1_900_000_000_000 + n}.0`),
  ),
  costs(
    "a balance that cannot be read, asked for until it would be compiled",
    INFO,
    6,
    async (target) => {
      const plan = JSON.stringify({ path: INFO, times: 6, fault: { kind: "status", status: 503 } });
      await fetch(`${target.sandboxUrl}/_sandbox/faults`, { method: "POST", body: plan }).then(
        (told) => told.text(),
      );
      const asked = { b: target.branchId, p: NEITHER };
      for (let n = 0; n < 6; n++) await askAs(target, target.adminApiKey, BALANCE, asked);
    },
  ),
  attack("a quote by which the programme gives something, for three orders", async (target) => {
    const id = await quoted(target);
    const given = [await orderBy(target, id), await orderBy(target, id), await orderBy(target, id)];
    return heldIf(given.filter(Boolean).length === 1, given);
  }),
  attack("such a quote, for six orders at once", async (target) => {
    const id = await quoted(target);
    const given = await Promise.all(Array.from({ length: 6 }, () => orderBy(target, id)));
    return heldIf(given.filter(Boolean).length === 1, given);
  }),
  attack("one guest's points, looked at again and again", async (target) => {
    const before = await callsOf(target, INFO);
    const asked = { b: target.branchId, p: NEITHER };
    const codes: string[] = [];
    for (let n = 0; n < 40 && !codes.includes("RATE_LIMITED"); n++) {
      codes.push(...(await askAs(target, target.adminApiKey, BALANCE, asked)).codes);
    }
    const calls = (await callsOf(target, INFO)) - before;
    return heldIf(codes.includes("RATE_LIMITED") && calls < 40, { calls, codes });
  }),
];
