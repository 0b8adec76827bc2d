import { stableId } from "../restaurant/stable-id";

/**
 * The accounting category of every product in the sandbox; iiko's menus repeat it at their root.
 */
export const productCategory = {
  id: stableId("product category", "Кухня"),
  name: "Кухня",
  isDeleted: false,
};
