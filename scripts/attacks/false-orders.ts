import { type Attack, onlyWithAdminKey } from "./attack";
import {
  askForChallenge,
  type Challenge,
  challengeOf,
  orderOfStranger,
  orderOverSocket,
  placeOrder,
  whileBranchSays,
} from "./guest-orders";
import { solveChallenge } from "./solve-challenge";
import { type Target } from "./target";

const PATIENCE_MS = 90_000;
const AT_ONCE = 3;
const INVALID = "CHALLENGE_INVALID";
const EASIER = `mutation ($id: ID!) {
  saveBranchSettings(branchId: $id, expectedVersion: 1, input: { guestOrders: { challengeBits: 8 } }) { userErrors { code } }
}`;

/** Answers that took no work to find. */
const FORGED: Readonly<
  Record<string, (challenge: Challenge) => { token: string; answer: string }>
> = {
  "without its answer": ({ token }) => ({ token, answer: "" }),
  "that nobody issued": () => solved(`${"A".repeat(22)}.8.9999999999999.${"A".repeat(43)}`, 8),
  "made easier": ({ token }) => solved(replaced(token, 1, "8"), 8),
  "that wants nothing": ({ token }) => ({ token: replaced(token, 1, "0"), answer: "0" }),
  "that never ends": ({ token }) => solved(replaced(token, 2, "9999999999999"), 8),
  "with another number, to use it twice": ({ token, bits }) =>
    solved(replaced(token, 0, "B".repeat(22)), bits),
  "with half its signature": ({ token, bits }) => solved(token.slice(0, -20), bits),
  "solved to the last bit but one": ({ token, bits }) => ({ token, answer: almost(token, bits) }),
};

/** Ways to pretend to be someone else each time. */
const DISGUISES: Readonly<Record<string, (phone: string, number: number) => Disguise>> = {
  "of one phone": (phone) => ({ phone, headers: {} }),
  "of one phone, each written otherwise": (phone, number) => ({
    phone: [phone, phone.replace("+7", "8 "), phone.replace("+7", "7-")][number] ?? phone,
    headers: {},
  }),
  // Placed before the address that the last proxy saw, so it makes no difference to either setting
  // of TRUST_PROXY.
  "of one phone, from pretended addresses": (phone, number) => ({
    phone,
    headers: {
      "x-forwarded-for": `198.51.100.${number}, 203.0.113.9`,
      forwarded: `for=198.51.100.${number}`,
    },
  }),
};

interface Disguise {
  readonly phone: string;
  readonly headers: Record<string, string>;
}

function solved(token: string, bits: number): { token: string; answer: string } {
  return { token, answer: solveChallenge(token, (found) => found >= bits) };
}

function almost(token: string, bits: number): string {
  return solveChallenge(token, (found) => found === bits - 1);
}

function replaced(token: string, place: number, by: string): string {
  return token.split(".").with(place, by).join(".");
}

/** Only the first is accepted. */
async function several(
  target: Target,
  disguise: (number: number) => Promise<string>,
): Promise<string> {
  const act = () => Promise.all(Array.from({ length: AT_ONCE }, (_, number) => disguise(number)));
  return (await whileBranchSays(target, { mostOpenPerPhone: 1 }, act)).sort().join(" ");
}

const forgeries = Object.entries(FORGED).map(([what, forge]): Attack => ({
  title: `an order with a challenge ${what}`,
  expected: INVALID,
  withinMs: PATIENCE_MS,
  run: async (target) => {
    const challenge = forge(await challengeOf(target));
    return placeOrder(target, { ...(await orderOfStranger(target)), challenge });
  },
}));

const disguises = Object.entries(DISGUISES).map(([what, disguise]): Attack => ({
  title: `${AT_ONCE} orders at once ${what}, where one may be open`,
  expected: "TOO_MANY_OPEN_ORDERS TOO_MANY_OPEN_ORDERS taken",
  withinMs: PATIENCE_MS,
  skip: onlyWithAdminKey,
  run: async (target) => {
    const { customer } = await orderOfStranger(target);
    return several(target, async (number) => {
      const { phone, headers } = disguise(customer.phone, number);
      return placeOrder(
        target,
        { ...(await orderOfStranger(target)), customer: { ...customer, phone } },
        headers,
      );
    });
  },
}));

const ofUnproven: readonly Attack[] = [
  {
    title: "an order of nobody, where the branch knows its guests",
    expected: "SIGN_IN_REQUIRED",
    run: async (target) => placeOrder(target, await orderOfStranger(target)),
  },
  {
    title: "the same over a socket",
    expected: "SIGN_IN_REQUIRED",
    run: async (target) => orderOverSocket(target, await orderOfStranger(target)),
  },
  {
    title: "the same, signed in with another phone",
    expected: "SIGN_IN_REQUIRED",
    skip: ({ options }: Target) =>
      options.customerToken === undefined ? "CUSTOMER_JWT_SECRET is not given" : undefined,
    run: async (target) => {
      const headers = { authorization: `Bearer ${target.options.customerToken ?? ""}` };
      return placeOrder(target, await orderOfStranger(target), headers);
    },
  },
  {
    title: "the same, with a solved challenge",
    expected: "SIGN_IN_REQUIRED",
    run: async (target) => {
      const { token, bits } = await challengeOf(target);
      return placeOrder(target, {
        ...(await orderOfStranger(target)),
        challenge: solved(token, bits),
      });
    },
  },
];

const closedDoors = ofUnproven.map((attack): Attack => ({
  ...attack,
  withinMs: PATIENCE_MS,
  skip: (target: Target) => attack.skip?.(target) ?? onlyWithAdminKey(target),
  run: (target: Target) => whileBranchSays(target, { onlyProven: true }, () => attack.run(target)),
}));

/** Orders that nobody actually wants, and what must keep them out. */
export const falseOrders: readonly Attack[] = [
  ...forgeries,
  ...disguises,
  ...closedDoors,
  {
    title: "one solved challenge for two orders at once",
    expected: `${INVALID} taken`,
    withinMs: PATIENCE_MS,
    run: async (target) => {
      const { token, bits } = await challengeOf(target);
      const order = async () =>
        placeOrder(target, { ...(await orderOfStranger(target)), challenge: solved(token, bits) });
      return (await Promise.all([order(), order()])).sort().join(" ");
    },
  },
  {
    title: "an order without a challenge, where the branch wants one",
    expected: "CHALLENGE_REQUIRED",
    withinMs: PATIENCE_MS,
    skip: onlyWithAdminKey,
    run: (target) =>
      whileBranchSays(target, { challengeAlways: true }, async () =>
        placeOrder(target, await orderOfStranger(target)),
      ),
  },
  {
    title: "a challenge with an answer of 50 KB",
    expected: "200 BAD_USER_INPUT",
    run: async (target) => {
      const input = {
        ...(await orderOfStranger(target)),
        challenge: { token: "x", answer: "x".repeat(50_000) },
      };
      const query =
        "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { userErrors { code } } }";
      return (await target.ask(query, { input })).summary;
    },
  },
  {
    title: "a challenge of a branch that is none",
    expected: "200 NOT_FOUND",
    withinMs: PATIENCE_MS,
    run: async (target) => (await askForChallenge(target, "' or true --")).summary,
  },
  {
    title: "a look at where an order came from",
    expected: "400",
    run: async (target) =>
      String((await target.ask('{ trackedOrder(token: "x") { source unproven } }')).status),
  },
  {
    title: "a guest who makes challenges easier",
    expected: "200 UNAUTHENTICATED",
    run: async (target) => (await target.ask(EASIER, { id: target.branchId })).summary,
  },
];
