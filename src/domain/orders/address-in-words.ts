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

/**
 * Formats an address as a sentence for the kitchen and courier; `clean` is applied to every part
 * that a guest wrote.
 */
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
