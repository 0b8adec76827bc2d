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
