import { type Attack } from "./attack";
import { type Prey, preyOf } from "./guest-prey";
import { type Target } from "./target";

interface Attempt {
  readonly title: string;
  /** For an anonymous caller, and for a different guest. */
  readonly expected: readonly [nobody: string, guest: string];
  readonly document: (prey: Prey, target: Target) => string;
}

const KEPT_OUT = ["UNAUTHENTICATED", "FORBIDDEN"] as const;

/** What is attempted with the ids of someone else's order. */
const ATTEMPTS: readonly Attempt[] = [
  {
    title: "somebody's order by its id",
    expected: ["UNAUTHENTICATED", "null"],
    document: ({ orderId }) => `{ order(id: "${orderId}") { id comment lines { comment } } }`,
  },
  {
    title: "somebody's order by its id alone",
    expected: ["null", "null"],
    document: ({ orderId }) =>
      `{ node(id: "${orderId}") { id ... on Order { comment lines { comment } } } }`,
  },
  {
    title: "somebody's order by its idempotency key",
    expected: ["UNAUTHENTICATED", "null"],
    document: ({ idempotencyKey }) =>
      `{ orderByIdempotencyKey(idempotencyKey: "${idempotencyKey}") { id comment } }`,
  },
  {
    title: "cancelling somebody's order",
    expected: ["UNAUTHENTICATED", "NOT_FOUND"],
    document: ({ orderId }) =>
      `mutation { cancelOrder(id: "${orderId}", reason: "not mine") { userErrors { code } } }`,
  },
  {
    title: "sending somebody's order again",
    expected: KEPT_OUT,
    document: ({ orderId }) =>
      `mutation { retryOrder(id: "${orderId}", force: true) { userErrors { code } } }`,
  },
  {
    title: "marking somebody's order as entered by hand",
    expected: KEPT_OUT,
    document: ({ orderId }) =>
      `mutation { markOrderEnteredByHand(id: "${orderId}", posNumber: "1") { userErrors { code } } }`,
  },
  {
    title: "a guest by phone",
    expected: KEPT_OUT,
    document: ({ phone }) => `{ customer(phone: "${phone}") { name orders { nodes { id } } } }`,
  },
  {
    title: "somebody's points by phone",
    expected: KEPT_OUT,
    document: ({ phone }, { branchId }) =>
      `{ loyaltyBalance(branchId: "${branchId}", phone: "${phone}") { asOf } }`,
  },
  {
    title: "all orders with somebody's phone",
    expected: KEPT_OUT,
    document: ({ phone }) => `{ orders(filter: { phone: "${phone}" }) { nodes { id } } }`,
  },
  {
    title: "everything that is held of somebody",
    expected: KEPT_OUT,
    document: ({ phone }) => `mutation { exportCustomer(phone: "${phone}") { page { document } } }`,
  },
  {
    title: "having somebody forgotten",
    expected: KEPT_OUT,
    document: ({ phone }) => `mutation { eraseCustomer(phone: "${phone}") { erasedOrders } }`,
  },
];

/**
 * The first code in the answer, or "null" for an answer without content. Anything that belongs to
 * the guest is a leak.
 */
export function verdictOn(text: string, { words }: Prey): string {
  if (words.some((word) => text.includes(word))) return "a leak";
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  if (code !== undefined) return code;
  return /"data":\{"\w+":null\}/.test(text) ? "null" : text.trim().slice(0, 60);
}

function needsToken({ options }: Target): string | undefined {
  return options.customerToken === undefined ? "CUSTOMER_JWT_SECRET is not given" : undefined;
}

/** Attempts of an outsider, and of a guest, to reach what belongs to another guest. */
export const othersIds: readonly Attack[] = ATTEMPTS.flatMap(
  ({ title, expected, document }): Attack[] => [
    {
      title: `${title}, by nobody`,
      expected: expected[0],
      run: async (target) => {
        const prey = await preyOf(target);
        return verdictOn((await target.ask(document(prey, target))).text, prey);
      },
    },
    {
      title: `${title}, by another guest`,
      expected: expected[1],
      skip: needsToken,
      run: async (target) => {
        const prey = await preyOf(target);
        const headers = { authorization: `Bearer ${target.options.customerToken ?? ""}` };
        return verdictOn((await target.ask(document(prey, target), {}, headers)).text, prey);
      },
    },
  ],
);
