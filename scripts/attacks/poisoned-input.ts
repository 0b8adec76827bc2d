import { type Attack, onlyWithAdminKey } from "./attack";
import { type Answer, type Target } from "./target";

const PHONE = "+79005550001";
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } userErrors { code field } }
}`;
const SAVE = `mutation ($id: ID!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $id, expectedVersion: -1, input: $input) { userErrors { code } }
}`;

/**
 * An order that cannot be accepted because the article does not exist, so nothing reaches a
 * kitchen.
 */
function order(target: Target, change: object): Promise<Answer> {
  const input = {
    idempotencyKey: `attack-${Date.now()}`,
    branchId: target.branchId,
    fulfilment: "PICKUP",
    lines: [{ article: "no such article" }],
    customer: { name: "Attack", phone: PHONE },
    payment: { method: "CASH" },
    ...change,
  };
  return target.ask(CREATE, { input });
}

function refusal({ status, text }: Answer): string {
  if (text.includes('"order":{')) return "taken";
  return text.includes('"field":["input","customer","name"]')
    ? `${status} name refused`
    : `${status} ${text.slice(0, 80)}`;
}

export const poisonedInput: readonly Attack[] = [
  {
    title: "a price of one's own",
    expected: "400",
    run: async (target) =>
      `${(await order(target, { total: "1.00", status: "DELIVERED" })).status}`,
  },
  {
    title: "bad input, for an echo of personal data",
    expected: "400, no echo",
    run: async (target) => {
      const { status, text } = await order(target, {
        customer: { name: "Attack", phone: PHONE, extra: PHONE },
      });
      return `${status}, ${text.includes(PHONE) ? "an echo" : "no echo"}`;
    },
  },
  {
    title: "a line break in a name",
    expected: "200 name refused",
    run: async (target) =>
      refusal(
        await order(target, { customer: { name: "A\r\nBcc: b@evil.example", phone: PHONE } }),
      ),
  },
  {
    title: "a name of 50 KB",
    expected: "200 name refused",
    run: async (target) =>
      refusal(await order(target, { customer: { name: "x".repeat(50_000), phone: PHONE } })),
  },
  {
    title: "an e-mail address of 50 KB",
    expected: "200",
    skip: onlyWithAdminKey,
    run: async (target) => {
      const input = { fallback: [{ kind: "EMAIL", target: `${"a@".repeat(25_000)}` }] };
      const { status, text } = await target.ask(
        SAVE,
        { id: target.branchId, input },
        target.asAdmin(),
      );
      return text.includes('"userErrors":[{') ? `${status}` : text.slice(0, 80);
    },
  },
];
