import { createContext, useContext } from "react";

import { useSum } from "../parts/use-sum";
import { type CatalogueHeadAnswer } from "./operations";

/** Currency of the branch; undefined when iiko's menu has no price to determine it from. */
export const CurrencyContext = createContext<string | undefined>(undefined);

export function currencyOf({ posMenu }: CatalogueHeadAnswer): string | undefined {
  const sizes = posMenu?.items.nodes.flatMap(({ sizes: all }) => all) ?? [];
  return sizes.find(({ price }) => price !== null)?.price?.currencyCode;
}

/** Formats an amount from the gateway for reading: "1 990 ₽". */
export function useAmount(): (amount: string) => string {
  const currencyCode = useContext(CurrencyContext);
  const sum = useSum();
  return (amount) => (currencyCode === undefined ? amount : sum({ amount, currencyCode }));
}
