import {
  type DeliveryRestriction,
  type DeliveryRestrictions,
  UNRESTRICTED,
} from "../../sandbox/delivery/restrictions";
import { readDeliveryTerms } from "../../src/adapters/iiko/delivery/iiko-restrictions";
import { restrictionsSchema } from "../../src/adapters/iiko/delivery/restriction-schemas";
import { readRows } from "../../src/adapters/iiko/values/iiko-fields";
import { type PosDeliveryTerms } from "../../src/domain/delivery/pos-delivery-terms";
import { WeekStart } from "../../src/domain/delivery/week-start";
import { zonesOfPos } from "../../src/domain/delivery/zones-of-pos";
import { minutesOf, streetIdOf, type WrittenZone } from "./delivery-places";

export const ORGANIZATION_ID = "5f0e0d0a-0000-4000-8000-000000000001";
export const TILL = "5f0e0d0a-0000-4000-8000-000000000002";

const KINDS = ["ALL", "EVEN", "ODD", "LISTED"];

/** The zones of the file in iiko's form: shapes and terms are separate, joined by name. */
export function asRestrictions(zones: readonly WrittenZone[]): DeliveryRestrictions {
  return {
    ...UNRESTRICTED,
    deliveryZones: zones.map(({ name, ring = [], streets = [] }) => ({
      name,
      coordinates: ring.map(([longitude, latitude]) => ({ latitude, longitude })),
      addresses: streets.map(({ street, kind, from, to, listed = [] }) => ({
        streetId: streetIdOf(street),
        postcode: "",
        houses: {
          type: KINDS.indexOf(kind),
          startingNumber: from ?? 0,
          maxNumber: to ?? 0,
          isUnlimitedRange: !to,
          specificNumbers: [...listed],
        },
      })),
    })),
    restrictions: zones.map(({ name, priority, minutes, minimumSum, hours }) =>
      aRestriction({
        zone: name,
        priority,
        deliveryDurationInMinutes: minutes,
        minSum: minimumSum === undefined ? null : Number(minimumSum),
        weekMap: weekMapOf(hours?.days ?? "1234567"),
        from: hours ? minutesOf(hours.from) : null,
        to: hours ? minutesOf(hours.to) : null,
      }),
    ),
  };
}

export function aRestriction(change: Partial<DeliveryRestriction> = {}): DeliveryRestriction {
  return {
    minSum: null,
    terminalGroupId: TILL,
    organizationId: null,
    zone: null,
    weekMap: 127,
    from: null,
    to: null,
    priority: 1,
    deliveryDurationInMinutes: 60,
    deliveryServiceProductId: null,
    ...change,
  };
}

/** "12345" is Monday to Friday; the bits begin with Monday. */
function weekMapOf(days: string): number {
  return Array.from(days, (day) => 2 ** (Number(day) - 1)).reduce((map, bit) => map + bit, 0);
}

/** What the gateway reads from such an answer. */
export async function termsOf(restrictions: object): Promise<PosDeliveryTerms> {
  const answer = { deliveryRestrictions: [{ organizationId: ORGANIZATION_ID, ...restrictions }] };
  const read = () => restrictionsSchema.parse(JSON.parse(JSON.stringify(answer)));
  const client = { deliveryRestrictions: () => Promise.resolve(readRows(read)) };
  const key = { kind: "API_LOGIN_V1", apiLogin: "demo" } as const;
  return (await readDeliveryTerms(client, key, [ORGANIZATION_ID])).get(ORGANIZATION_ID)!;
}

type BranchInPos = Parameters<typeof zonesOfPos>[1];

/** The zones that the answer gives for a branch. */
export async function zonesIn(restrictions: object, branch: Partial<BranchInPos> = {}) {
  const usual = { terminalGroupId: TILL, weekStartsAt: WeekStart.MONDAY, freeFrom: null };
  const prices = new Map<string, number>();
  return zonesOfPos(await termsOf(restrictions), { ...usual, prices, ...branch });
}
