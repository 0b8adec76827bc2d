import { type Address } from "./order-ticket";

/** An address as a Russian sentence for kitchen and courier; `clean` sees every part a guest wrote. */
export function addressInWords(address: Address, clean: (text: string) => string = (text) => text): string {
  const labelled: readonly (readonly [label: string, value: string | null])[] = [
    ["", address.city],
    ["", address.street],
    ["д. ", address.house],
    ["корп. ", address.building],
    ["кв. ", address.flat],
    ["подъезд ", address.entrance],
    ["этаж ", address.floor],
    ["домофон ", address.doorphone],
  ];
  return labelled
    .map(([label, value]) => [label, clean(value ?? "")] as const)
    .flatMap(([label, value]) => (value ? [`${label}${value}`] : []))
    .join(", ");
}
