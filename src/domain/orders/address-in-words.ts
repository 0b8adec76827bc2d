import { type Locale } from "../texts/locale";
import { type Address } from "../ticket/order-ticket";

type Part = "house" | "building" | "flat" | "entrance" | "floor" | "doorphone";

const LABELS: Record<Locale, Record<Part, string>> = {
  ru: {
    house: "д.",
    building: "корп.",
    flat: "кв.",
    entrance: "подъезд",
    floor: "этаж",
    doorphone: "домофон",
  },
  en: {
    house: "house",
    building: "building",
    flat: "flat",
    entrance: "entrance",
    floor: "floor",
    doorphone: "doorphone",
  },
};

/** An address as a sentence for kitchen and courier; `clean` sees every part a guest wrote. */
export function addressInWords(
  address: Address,
  clean: (text: string) => string = (text) => text,
  locale: Locale = "ru",
): string {
  const named = (["city", "street"] as const).map((part) => clean(address[part] ?? ""));
  const labels = LABELS[locale];
  const labelled = (Object.keys(labels) as Part[]).map((part) => {
    const value = clean(address[part] ?? "");
    return value && `${labels[part]} ${value}`;
  });
  return [...named, ...labelled].filter(Boolean).join(", ");
}
