import { anOrder } from "./an-order";
import { type Attack } from "./attack";
import { preyOf } from "./guest-prey";
import { verdictOn } from "./others-ids";
import { type Target } from "./target";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } trackingToken replayed userErrors { code field } }
}`;
const QUOTE = `mutation ($input: QuoteInput!) { quoteOrder(input: $input) { quote { id warnings { code } } userErrors { code } } }`;

/** Returns the error code, or "taken". */
async function orderWith(target: Target, change: object): Promise<string> {
  const prey = await preyOf(target);
  const input = {
    ...(await anOrder(target, { method: "CASH" })),
    expectedTotal: "0.01",
    ...change,
  };
  const { text } = await target.ask(CREATE, { input });
  return text.includes('"order":{') ? "taken" : verdictOn(text, prey);
}

/** The first code of a quote, which is reported as a warning. */
async function quoteWith(target: Target, change: object): Promise<string> {
  const prey = await preyOf(target);
  const {
    idempotencyKey: _key,
    payment: _payment,
    ...basket
  } = (await anOrder(target, {})) as Record<string, unknown>;
  return verdictOn((await target.ask(QUOTE, { input: { ...basket, ...change } })).text, prey);
}

/** Attempts to learn about a guest, or to pay with what belongs to a guest. */
export const leaks: readonly Attack[] = [
  {
    title: "somebody's order by its key and another basket",
    // Another owner's key is a different key: judged on its own, the anonymous order is refused for
    // its price.
    expected: "PRICE_CHANGED",
    run: async (target) =>
      orderWith(target, { idempotencyKey: (await preyOf(target)).idempotencyKey }),
  },
  {
    title: "somebody's points for an order, by phone alone",
    expected: "FORBIDDEN",
    run: async (target) => {
      const { phone } = await preyOf(target);
      return quoteWith(target, { customer: { name: "Attack", phone }, pointsToSpend: "1" });
    },
  },
  {
    title: "a discount of one's own",
    expected: "FORBIDDEN",
    run: (target) => quoteWith(target, { discounts: [{ name: "Mine", amount: "100" }] }),
  },
  {
    title: "a total of one's own",
    expected: "PRICE_CHANGED",
    run: (target) => orderWith(target, {}),
  },
  {
    title: "somebody's quote, by a guessed id",
    expected: "NOT_FOUND",
    run: (target) =>
      orderWith(target, { quoteId: "00000000-0000-4000-8000-000000000001", expectedTotal: null }),
  },
  {
    title: "what iiko's programme says of somebody, in a quote",
    expected: "no word of theirs",
    run: async (target) => {
      const prey = await preyOf(target);
      const {
        idempotencyKey: _key,
        payment: _payment,
        ...basket
      } = (await anOrder(target, {})) as Record<string, unknown>;
      const input = { ...basket, customer: { name: "Attack", phone: prey.phone } };
      const { text } = await target.ask(QUOTE, { input });
      return prey.words.slice(0, 3).some((word) => text.includes(word))
        ? "a leak"
        : "no word of theirs";
    },
  },
  {
    title: "who acted on an order, by its tracking token",
    expected: "null only",
    run: async (target) => {
      const { token } = await preyOf(target);
      const { text } = await target.ask(
        `{ trackedOrder(token: "${token}") { cancelReason injection { posOrderId } timeline { nodes { actor } } } }`,
      );
      const told = text.match(/"(?:actor|posOrderId|cancelReason)":(?!null)/g);
      return text.includes('"timeline"') && told === null ? "null only" : "something";
    },
  },
  {
    title: "exchanges with iiko, by a tracking token",
    expected: "UNAUTHENTICATED",
    run: async (target) => {
      const prey = await preyOf(target);
      const document = `{ trackedOrder(token: "${prey.token}") { injection { attempts { request response } } } }`;
      return verdictOn((await target.ask(document)).text, prey);
    },
  },
  {
    title: "a tracking token with one letter changed",
    expected: "null",
    run: async (target) => {
      const prey = await preyOf(target);
      const other = prey.token.endsWith("A") ? "B" : "A";
      const document = `{ trackedOrder(token: "${prey.token.slice(0, -1)}${other}") { id } }`;
      return verdictOn((await target.ask(document)).text, prey);
    },
  },
  {
    title: "the metrics, for a guest's words",
    expected: "no word of theirs",
    run: async (target) => {
      const prey = await preyOf(target);
      const { text } = await target.fetch("/metrics");
      return prey.words.some((word) => text.includes(word)) ? "a leak" : "no word of theirs";
    },
  },
  {
    title: "the errors of a broken request, for what was sent",
    expected: "no word of theirs",
    run: async (target) => {
      const prey = await preyOf(target);
      const input = {
        ...(await anOrder(target, {})),
        customer: { name: prey.words[0], phone: prey.phone, extra: 1 },
      };
      const { text } = await target.ask(CREATE, { input });
      return prey.words.some((word) => text.includes(word)) ? "a leak" : "no word of theirs";
    },
  },
];
