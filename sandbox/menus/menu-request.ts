/** What a menu writer receives besides the restaurant. */
export interface MenuRequest {
  /** Organizations to price the menu for; already known to belong to the restaurant. */
  organizationIds: readonly string[];
  /** Absolute URL of a product's picture. */
  imageUrl: (article: string) => string;
  revision: number;
  /** Organizations that the menu is published for; the others have no prices. Omitted means all. */
  soldIn?: readonly string[];
}

/** null means that the menu is not published there, so nothing on it is sold. */
export function priceIn(
  { soldIn }: MenuRequest,
  organizationId: string | undefined,
  price: number | null,
): number | null {
  const isSold = !soldIn || soldIn.length === 0 || soldIn.includes(organizationId ?? "");
  return isSold ? price : null;
}
