import { type Outcomes, PUBLIC_OR_NULL } from "./scope-outcomes";

/** A quote of a dish that the branch does not have. */
export function quote({ branchId }: { readonly branchId: string }): string {
  return `quoteOrder(input: { branchId: "${branchId}", fulfilment: PICKUP, lines: [{ article: "none" }] }) {
    userErrors { code }
  }`;
}

/** The same as an order, another one each time. */
export function order({ branchId }: { readonly branchId: string }): string {
  return `createOrder(input: {
    idempotencyKey: "scope-${Math.random()}", branchId: "${branchId}", fulfilment: PICKUP, lines: [{ article: "none" }],
    customer: { name: "Guest", phone: "+79005550102" }, payment: { method: CASH }
  }) { userErrors { code } }`;
}

/** What an import is asked to do. */
export const IMPORT = 'articles: ["none"], fields: [PRICE], dryRun: true';

type Row = [
  name: string,
  outcomes: Outcomes,
  document: (at: { readonly branchId: string }) => string,
];

/**
 * The branch is there for whoever sees it. What else a node is for whom, tests/e2e/field-nodes
 * asks.
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

/** A field with its arguments, of which an input may hold another one. */
const ROOT = /^query \{ (\w+(?:\((?:[^{}()]|\{(?:[^{}]|\{[^{}]*\})*\})*\))?)/;

/** The field that a query asks for, with its arguments. */
export function rootOf(document: string): string {
  return ROOT.exec(document)?.[1] ?? "";
}
