import { type Outcomes, PUBLIC_OR_NULL } from "./scope-outcomes";

/** A quote for a dish that the branch does not have. */
export function quote({ branchId }: { readonly branchId: string }): string {
  return `quoteOrder(input: { branchId: "${branchId}", fulfilment: PICKUP, lines: [{ article: "none" }] }) {
    userErrors { code }
  }`;
}

/** The same as an order, a different one each time. */
export function order({ branchId }: { readonly branchId: string }): string {
  return `createOrder(input: {
    idempotencyKey: "scope-${Math.random()}", branchId: "${branchId}", fulfilment: PICKUP, lines: [{ article: "none" }],
    customer: { name: "Guest", phone: "+79005550102" }, payment: { method: CASH }
  }) { userErrors { code } }`;
}

/** The arguments of an import. */
export const IMPORT = 'articles: ["none"], fields: [PRICE], dryRun: true';

type Row = [
  name: string,
  outcomes: Outcomes,
  document: (at: { readonly branchId: string }) => string,
];

/**
 * The branch exists for everyone who may see it. What a node is for other callers is tested by
 * tests/e2e/field-nodes.
 */
export const FOR_ALL: readonly Row[] = [
  ["branches", ["ok", "ok", "ok", "ok", "ok", "ok"], () => "branches { nodes { id } }"],
  ["node", PUBLIC_OR_NULL, ({ branchId }) => `node(id: "${branchId}") { id }`],
  [
    "nodes",
    ["ok", "ok", "ok", "ok", "ok", "ok"],
    ({ branchId }) => `nodes(ids: ["${branchId}"]) { id }`,
  ],
];

/** A field with its arguments, where an input may contain another input. */
const ROOT = /^query \{ (\w+(?:\((?:[^{}()]|\{(?:[^{}]|\{[^{}]*\})*\})*\))?)/;

/** The field that a query selects, with its arguments. */
export function rootOf(document: string): string {
  return ROOT.exec(document)?.[1] ?? "";
}
