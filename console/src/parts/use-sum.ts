import { useLanguage } from "../language/language";

interface Sum {
  readonly amount: string;
  readonly currencyCode: string;
}

/** Formats money for reading: "1 990 ₽". */
export function useSum(): (sum: Sum) => string {
  const { language } = useLanguage();
  return ({ amount, currencyCode: currency }) =>
    new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      trailingZeroDisplay: "stripIfInteger",
    }).format(Number(amount));
}
