import { stableId } from "../restaurant/stable-id";

/** The sandbox's only tax rate: the restaurant pays no VAT. */
export const taxCategory = {
  id: stableId("tax category", "Без НДС"),
  name: "Без НДС",
  percentage: 0,
};
