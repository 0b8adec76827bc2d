import { randomUUID } from "node:crypto";

import { aBasket } from "./an-order";
import { type Attack } from "./attack";
import { askAs, heldIf } from "./graphql";
import { amongNeighbours } from "./neighbours";
import { type Target } from "./target";

const PROMOTE = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { promotion { id } userErrors { code } }
}`;
const QUOTE = `mutation ($input: QuoteInput!) {
  quoteOrder(input: $input) { quote { warnings { code } appliedPromotions { source } } userErrors { code } }
}`;
/** A coupon in the demo restaurant's iiko. */
const COUPON = "KEBAB-2026";

interface Promoted {
  readonly promotion: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

async function promote(
  target: Target,
  key: string,
  branchId: string,
  codes: string[],
): Promise<Promoted> {
  const input = { name: "Attack", kind: "PERCENT", percent: 10, branchIds: [branchId], codes };
  const { data } = await askAs<{ createPromotion: Promoted }>(target, key, PROMOTE, { input });
  if (!data) throw new Error("no answer");
  return data.createPromotion;
}

/** What the attacked branch says about a code: its origin, or the objection to it. */
async function saidOf(target: Target, key: string, code: string): Promise<string> {
  const input = { ...(await aBasket(target)), promoCodes: [code] };
  const { data } = await askAs<{
    quoteOrder: {
      quote: { warnings: { code: string }[]; appliedPromotions: { source: string }[] } | null;
    };
  }>(target, key, QUOTE, { input });
  const { warnings = [], appliedPromotions = [] } = data?.quoteOrder.quote ?? {};
  const told = [
    ...warnings.map((warning) => warning.code),
    ...appliedPromotions.map(({ source }) => source),
  ];
  return told.join();
}

const attack = (title: string, run: Parameters<typeof amongNeighbours>[2]) =>
  amongNeighbours(title, 10_000, run);

const aCode = () => `A-${randomUUID().slice(0, 8).toUpperCase()}`;

/** Promo codes of another brand. */
export const foreignCodes: readonly Attack[] = [
  attack("which codes another brand has, by what is taken", async (target, { key, neighbour }) => {
    const code = aCode();
    await promote(target, key, target.branchId, [code]);
    const { userErrors } = await promote(target, neighbour.key, neighbour.branchId, [
      code,
      aCode(),
    ]);
    return heldIf(userErrors.length === 0, userErrors);
  }),
  attack(
    "a neighbour's code, at a branch that has none like it",
    async (target, { key, neighbour }) => {
      const code = aCode();
      await promote(target, neighbour.key, neighbour.branchId, [code]);
      const said = await saidOf(target, key, code);
      return heldIf(said === "PROMO_NOT_FOUND", said);
    },
  ),
  attack(
    "another brand's coupon of iiko, taken as a code of one's own",
    async (target, { key, neighbour }) => {
      const before = await saidOf(target, key, COUPON);
      const { promotion } = await promote(target, neighbour.key, neighbour.branchId, [COUPON]);
      const after = await saidOf(target, key, COUPON);
      return heldIf(promotion !== null && after === before, [before, after]);
    },
  ),
  attack("another brand's promotion, ended by a neighbour", async (target, { key, neighbour }) => {
    const { promotion } = await promote(target, key, target.branchId, [aCode()]);
    const end = "mutation ($id: ID!) { disablePromotion(id: $id) { userErrors { code } } }";
    const { data } = await askAs<{ disablePromotion: { userErrors: { code: string }[] } }>(
      target,
      neighbour.key,
      end,
      {
        id: promotion?.id,
      },
    );
    return heldIf(data?.disablePromotion.userErrors[0]?.code === "NOT_FOUND", data);
  }),
  attack("codes for another brand's branch", async (target, { neighbour }) => {
    const { promotion, userErrors } = await promote(target, neighbour.key, target.branchId, [
      aCode(),
    ]);
    return heldIf(promotion === null && userErrors[0]?.code === "NOT_FOUND", userErrors);
  }),
  attack("one code for ten promotions of a branch at once", async (target, { key }) => {
    const code = aCode();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => promote(target, key, target.branchId, [code])),
    );
    return heldIf(all.filter(({ promotion }) => promotion !== null).length === 1, all);
  }),
];
