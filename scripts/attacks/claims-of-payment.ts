import { anOrder } from "./an-order";
import { type Attack } from "./attack";
import { type Target } from "./target";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } userErrors { code field } }
}`;

/** Claims with which a guest may try to eat for free. */
const CLAIMS: Readonly<Record<string, object>> = {
  "an order said to be paid": { method: "ONLINE", paidOnline: true, externalPaymentId: "attack" },
  "a payment's id alone": { method: "ONLINE", externalPaymentId: "attack" },
};

function verdict(text: string): string {
  if (text.includes('"order":{')) return "taken";
  const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);
  return [...new Set(codes)].join(" ");
}

const CLAIMANTS = [
  { who: "nobody", tokenOf: (): undefined => undefined },
  {
    who: "a guest",
    tokenOf: ({ options }: Target) => options.customerToken,
    skip: ({ options }: Target) =>
      options.customerToken === undefined ? "CUSTOMER_JWT_SECRET is not given" : undefined,
  },
];

function attacksOf(claim: string, payment: object): Attack[] {
  return CLAIMANTS.flatMap(({ who, tokenOf, skip }): Attack[] => [
    {
      title: `${claim}, by ${who}`,
      expected: "FORBIDDEN",
      ...(skip && { skip }),
      run: async (target) => {
        const token = tokenOf(target);
        const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
        return verdict(
          (await target.ask(CREATE, { input: await anOrder(target, payment) }, headers)).text,
        );
      },
    },
    {
      title: `${claim}, by ${who}, over a socket`,
      expected: "FORBIDDEN",
      ...(skip && { skip }),
      run: async (target) => {
        const session = await target.session(tokenOf(target));
        const text = await session.answer(CREATE, { input: await anOrder(target, payment) });
        session.close();
        return verdict(text);
      },
    },
  ]);
}

/**
 * Attempts to eat for free. Each one counts as an order from its address, so there are few of them.
 */
export const claimsOfPayment: readonly Attack[] = Object.entries(CLAIMS).flatMap(
  ([claim, payment]) => attacksOf(claim, payment),
);
