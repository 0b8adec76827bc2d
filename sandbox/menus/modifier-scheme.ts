import { type Product } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";

/**
 * Compound products carry a modifier scheme; the others have none. iiko writes a missing name as
 * "".
 */
export function modifierScheme(product: Product): {
  modifierSchemaId: string | null;
  modifierSchemaName: string;
} {
  if (product.orderItemType !== "Compound")
    return { modifierSchemaId: null, modifierSchemaName: "" };
  return {
    modifierSchemaId: stableId("modifier scheme", product.name),
    modifierSchemaName: "Половинки",
  };
}
