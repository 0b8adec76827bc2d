import { stableId } from "../restaurant/stable-id";

/** The one tax rate of the sandbox: the restaurant pays no VAT. */
export const taxCategory = {
  id: stableId("tax category", "Без НДС"),
  name: "Без НДС",
  percentage: 0,
};
