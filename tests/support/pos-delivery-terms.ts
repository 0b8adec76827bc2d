import { type PosDeliveryTerms } from "../../src/domain/delivery/pos-delivery-terms";

type Area = PosDeliveryTerms["areas"][number];
type Restriction = PosDeliveryTerms["restrictions"][number];

/** A square starting at the corner 55, 37. */
export function anArea(name: string, size: number): Area {
  const ring = [
    [37, 55],
    [37 + size, 55],
    [37 + size, 55 + size],
    [37, 55 + size],
  ] as const;
  return { name, ring, streets: [] };
}

export function aRestriction(name: string, change: Partial<Restriction> = {}): Restriction {
  const open = { terminalGroupId: null, days: null, hours: null, feeProductId: null };
  return { ...open, area: name, minimumSum: null, minutes: 40, priority: 1, ...change };
}

/** Two areas, one inside the other. */
export function someTerms(change: Partial<PosDeliveryTerms> = {}): PosDeliveryTerms {
  return {
    areas: [anArea("Близко", 0.1), anArea("Далеко", 1)],
    restrictions: [
      aRestriction("Близко"),
      aRestriction("Далеко", { priority: 2, minimumSum: 60_000 }),
    ],
    decidedElsewhere: false,
    ...change,
  };
}
