/** What a menu writer is told besides the restaurant. */
export interface MenuRequest {
  /** Organizations to price the menu for; known to belong to the restaurant. */
  organizationIds: readonly string[];
  /** Absolute address of a product's picture. */
  imageUrl: (article: string) => string;
  revision: number;
  /** Organizations that the menu is published for; the others have no prices. Left out: all. */
  soldIn?: readonly string[];
}

/** null: the menu is not published there, so nothing of it is sold. */
export function priceIn(
  { soldIn }: MenuRequest,
  organizationId: string | undefined,
  price: number | null,
): number | null {
  const isSold = !soldIn || soldIn.length === 0 || soldIn.includes(organizationId ?? "");
  return isSold ? price : null;
}
