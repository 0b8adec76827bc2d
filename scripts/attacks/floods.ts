import { type Attack, onlyWithAdminKey } from "./attack";
import { type Answer, type Target } from "./target";

const ORDERS = 150;
const GUESSES = 60;
const CREATE =
  "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { userErrors { code } } }";

/** Never accepted, because the branch does not exist. */
const ORDER = {
  input: {
    idempotencyKey: "flood",
    branchId: "00000000-0000-4000-8000-000000000000",
    fulfilment: "PICKUP",
    lines: [],
    customer: { name: "Flood", phone: "+79005550002" },
    payment: { method: "CASH" },
  },
};

function order(target: Target, headers: Record<string, string> = {}): Promise<Answer> {
  return target.ask(CREATE, ORDER, headers);
}

function many(count: number, act: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: count }, act));
}

function limited(answers: readonly Answer[]): string {
  const refused = answers.filter(({ summary }) => summary === "429 RATE_LIMITED");
  const told = refused.every(({ headers }) => Number(headers.get("retry-after")) > 0);
  if (refused.length === 0) return "all let through";
  return told ? "429 RATE_LIMITED with Retry-After" : "429 RATE_LIMITED without Retry-After";
}

/**
 * What is used up is restored after a while: a socket without a limit is not refused in any of the
 * tries.
 */
async function oneMoreOverSocket(target: Target): Promise<string> {
  let got = "";
  for (let tries = 0; tries < 5 && got !== "error RATE_LIMITED"; tries += 1) {
    await many(ORDERS, () => order(target));
    got = await target.askOverSocket(CREATE, ORDER);
  }
  return got;
}

/** These use up an address's allowance, so they come last and in this order. */
export const floods: readonly Attack[] = [
  {
    title: `${ORDERS} orders at once from one address`,
    expected: "429 RATE_LIMITED with Retry-After",
    withinMs: 60_000,
    run: async (target) => limited(await many(ORDERS, () => order(target))),
  },
  {
    title: "one more order, over a socket",
    expected: "error RATE_LIMITED",
    withinMs: 60_000,
    run: oneMoreOverSocket,
  },
  {
    title: "as many orders with an API key, which is not limited",
    expected: "all let through",
    withinMs: 60_000,
    skip: onlyWithAdminKey,
    run: async (target) => limited(await many(ORDERS, () => order(target, target.asAdmin()))),
  },
  {
    title: "a wrong key",
    expected: "401 UNAUTHENTICATED",
    run: async (target) =>
      (await target.ask("{ __typename }", {}, { authorization: "Bearer wrong" })).summary,
  },
  {
    title: `${GUESSES} guesses at a key`,
    expected: "429 RATE_LIMITED with Retry-After",
    withinMs: 60_000,
    run: async (target) =>
      limited(
        await many(GUESSES, () =>
          target.ask("{ __typename }", {}, { authorization: "Bearer guess" }),
        ),
      ),
  },
  {
    title: "a right key after the guesses",
    expected: "200",
    skip: onlyWithAdminKey,
    run: async (target) => (await target.ask("{ __typename }", {}, target.asAdmin())).summary,
  },
];
