import { Statement, STATEMENTS } from "../../src/domain/access/statements";
import { demoOrderInput } from "../support/demo-order";
import { WholeGateway } from "../support/whole-gateway";

const PHONE = "+79005550160";

/** Every kind of caller that a gateway knows. */
const CALLERS = [
  "nobody",
  "guest",
  "stranger",
  "elsewhere",
  "operator",
  "everywhere",
  "admin",
] as const;
type Caller = (typeof CALLERS)[number];

type Outcomes = Readonly<Record<Caller, string>>;
const KEYS = { elsewhere: "NOT_FOUND", operator: "taken", everywhere: "taken", admin: "taken" };
const GUARDED: Partial<Record<Statement, Outcomes>> = {
  [Statement.KEY_OF_BRANCH]: {
    nobody: "FORBIDDEN",
    guest: "FORBIDDEN",
    stranger: "FORBIDDEN",
    ...KEYS,
  },
  [Statement.GUEST_OR_KEY]: { nobody: "FORBIDDEN", guest: "taken", stranger: "FORBIDDEN", ...KEYS },
};

/** How each guarded statement is made, and the input field at which it is refused. */
const MADE: Readonly<Record<string, readonly [change: object, field: string]>> = {
  "PaymentInput.paidOnline": [
    { payment: { method: "ONLINE", paidOnline: true } },
    "payment.paidOnline",
  ],
  "PaymentInput.externalPaymentId": [
    { payment: { method: "ONLINE", externalPaymentId: "claimed" } },
    "payment.externalPaymentId",
  ],
  "CreateOrderInput.discounts": [{ discounts: [{ name: "Mine", amount: "1" }] }, "discounts"],
  "QuoteInput.discounts": [{ discounts: [{ name: "Mine", amount: "1" }] }, "discounts"],
  "OrderDiscountInput.amount": [{ discounts: [{ name: "Mine", amount: "99999" }] }, "discounts"],
  "OrderDiscountInput.name": [{ discounts: [{ name: "Paid", amount: "0.01" }] }, "discounts"],
  "CreateOrderInput.bonusToSpend": [{ bonusToSpend: "1" }, "bonusToSpend"],
  "QuoteInput.bonusToSpend": [{ bonusToSpend: "1" }, "bonusToSpend"],
  "CreateOrderInput.pointsToSpend": [{ pointsToSpend: "1" }, "pointsToSpend"],
  "QuoteInput.pointsToSpend": [{ pointsToSpend: "1" }, "pointsToSpend"],
};
/** An argument that the table of scopes tests for every caller. */
const OF_SCOPES = ["Query.loyaltyBalance.phone"];

interface Fault {
  readonly code: string;
  readonly field: readonly string[] | null;
}
interface Answer {
  readonly order?: { readonly totals: { readonly total: { readonly amount: string } } } | null;
  readonly quote?: {
    readonly total: { readonly amount: string };
    readonly warnings: readonly Fault[];
  } | null;
  readonly userErrors: readonly Fault[];
}

let gateway: WholeGateway;
let branchId: string;
let credentials: Record<Caller, string | undefined>;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  branchId = await gateway.demoBranchId();
  const { data } = await gateway.ask<{ createBranch: { branch: { id: string } } }>(
    'mutation { createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" }) { branch { id } } }',
    {},
    gateway.adminKey,
  );
  credentials = {
    nobody: undefined,
    guest: await gateway.customerToken(PHONE),
    stranger: await gateway.customerToken("+79005550161"),
    elsewhere: await aKey([data.createBranch.branch.id]),
    operator: await aKey([branchId]),
    everywhere: await aKey(null),
    admin: gateway.adminKey,
  };
});

afterAll(() => gateway.stop());

async function aKey(branchIds: string[] | null): Promise<string> {
  const { data } = await gateway.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { label: "statements", scope: "OPERATOR", branchIds } },
    gateway.adminKey,
  );
  return data.createApiKey.secret;
}

const ORDER = `mutation ($input: CreateOrderInput!) { answer: createOrder(input: $input) {
  order { totals { total { amount } } } userErrors { code field } } }`;
const QUOTE = `mutation ($input: QuoteInput!) { answer: quoteOrder(input: $input) {
  quote { total { amount } warnings { code field } } userErrors { code field } } }`;

async function order(caller: Caller, change: object): Promise<Answer> {
  const input = await demoOrderInput(gateway, branchId, {
    customer: { name: "Guest", phone: PHONE },
    ...change,
  });
  return (await gateway.ask<{ answer: Answer }>(ORDER, { input }, credentials[caller])).data.answer;
}

async function quote(caller: Caller, change: object): Promise<Answer> {
  const {
    idempotencyKey: _key,
    payment: _payment,
    ...input
  } = (await demoOrderInput(gateway, branchId, {
    customer: { name: "Guest", phone: PHONE },
    ...change,
  })) as Record<string, unknown>;
  return (await gateway.ask<{ answer: Answer }>(QUOTE, { input }, credentials[caller])).data.answer;
}

function outcomeOf({ userErrors, quote: quoted }: Answer, field: string): string {
  const faults = [...userErrors, ...(quoted?.warnings ?? [])];
  const at =
    faults.find((fault) => fault.code === "NOT_FOUND") ??
    faults.find((fault) => fault.code === "FORBIDDEN");
  if (at?.code === "FORBIDDEN") expect(at.field?.join(".")).toBe(`input.${field}`);
  return at?.code ?? "taken";
}

const guarded = Object.entries(STATEMENTS).flatMap(([owner, said]) =>
  Object.entries(GUARDED).flatMap(([kind, outcomes]) =>
    (said[kind as Statement]?.split(/\s+/) ?? []).map((name) => ({
      statement: `${owner}.${name}`,
      outcomes,
    })),
  ),
);

describe("A statement that only some callers may make", () => {
  it("is tested here, without exception", () => {
    expect([...Object.keys(MADE), ...OF_SCOPES].sort()).toEqual(
      guarded.map(({ statement }) => statement).sort(),
    );
  });

  const rows = guarded
    .filter(({ statement }) => statement in MADE)
    .flatMap(({ statement, outcomes }) =>
      CALLERS.map((caller) => ({ statement, caller, outcome: outcomes[caller] })),
    );

  it.each(rows)("$statement by $caller: $outcome", async ({ statement, caller, outcome }) => {
    const [change, field] = MADE[statement] ?? [{}, ""];
    const asked = statement.startsWith("QuoteInput")
      ? quote(caller, change)
      : order(caller, { ...change, expectedTotal: "1" });
    const answer = await asked;
    expect(answer.order ?? null).toBeNull();
    expect(outcomeOf(answer, field)).toBe(outcome);
  });
});

describe("What a caller believes", () => {
  it.each(CALLERS.filter((caller) => caller !== "elsewhere"))(
    "is compared but never used as the price: by %s",
    async (caller) => {
      const { quote: quoted } = await quote(caller, {});
      const total = quoted?.total.amount;
      expect((await order(caller, { expectedTotal: "0.01" })).userErrors).toMatchObject([
        { code: "PRICE_CHANGED" },
      ]);
      const line = {
        ...((await demoOrderInput(gateway, branchId)) as { lines: object[] }).lines[0],
      };
      const cheap = { lines: [{ ...line, expectedUnitPrice: "0.01" }] };
      expect((await order(caller, cheap)).userErrors).toMatchObject([{ code: "PRICE_CHANGED" }]);
      const accepting = await order(caller, { expectedTotal: "0.01", onPriceMismatch: "ACCEPT" });
      expect(accepting.order?.totals.total.amount).toBe(total);
      const unknown = await order(caller, { quoteId: "00000000-0000-4000-8000-000000000000" });
      expect(unknown.userErrors).toMatchObject([
        { code: "NOT_FOUND", field: ["input", "quoteId"] },
      ]);
    },
  );
});

describe("A phone that someone else entered in an order", () => {
  it("reveals nothing: whoever entered it sees neither the guest's orders nor their points", async () => {
    await order("stranger", {});
    const asked = (document: string, caller: Caller) =>
      gateway.ask(document, {}, credentials[caller]);
    const mine = await asked("{ me { phone orders { nodes { id } } } }", "stranger");
    expect(mine.text).not.toContain(PHONE);
    expect(mine.data).toMatchObject({ me: { orders: { nodes: [] } } });
    const balance = `{ loyaltyBalance(branchId: "${branchId}", phone: "${PHONE}") { asOf } }`;
    expect((await asked(balance, "stranger")).codes).toEqual(["FORBIDDEN"]);
    expect((await asked(balance, "nobody")).codes).toEqual(["UNAUTHENTICATED"]);
  });
});
