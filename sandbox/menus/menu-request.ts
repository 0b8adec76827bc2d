/** What a menu writer is told besides the restaurant. */
export interface MenuRequest {
  /** Organizations to price the menu for; known to belong to the restaurant. */
  organizationIds: readonly string[];
  /** Absolute address of a product's picture. */
  imageUrl: (article: string) => string;
  revision: number;
}
