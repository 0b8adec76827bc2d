import { type DeliveryQuestion } from "../../src/services/checkout/find-delivery-options";
import { anAddress } from "../../tests/support/an-order-ticket";
import { type GatewayClient } from "../../tests/support/gateway-client";
import { changeSettings } from "../../tests/support/set-up-branch";
import { ADMIN_KEY } from "../../tests/support/settings";

const ZONES_A_SIDE = { columns: 20, rows: 10 };
const CORNERS = 24;
const DEGREES = 0.02;
// A precision of one metre, as maps export it: an import has no room for the full precision of a
// double.
const DECIMALS = 5;
const SOUTH_WEST = { latitude: 57.5, longitude: 39.5 };
const SLOT_MINUTES = 30;
const DAY_MS = 24 * 3_600_000;
/** Slots of four days: in the end each holds some tens of orders. */
const SLOTS = 192;
const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const IMPORT = `mutation ($input: ImportDeliveryZonesInput!) {
  importDeliveryZones(input: $input) { userErrors { code message } }
}`;

/** Gives a branch every kind of time and place rule: hours, slots, and 200 zones with minimums. */
export async function setUpRules(client: GatewayClient, branchId: string): Promise<void> {
  const week = DAYS.map((day) => {
    return { fulfilment: "DELIVERY", day, opens: "00:00", closes: "24:00" };
  });
  // More orders than are placed here, because a full slot would be refused, which is faster.
  const hours = { week, slotMinutes: SLOT_MINUTES, slotOrders: 1_000, preorderMinMinutes: 30 };
  await changeSettings(client, branchId, { hours });
  const geoJson = JSON.stringify({ type: "FeatureCollection", features: features() });
  const { importDeliveryZones: imported } = await client.ask<{
    importDeliveryZones: { userErrors: readonly object[] };
  }>(IMPORT, { input: { branchId, geoJson } }, ADMIN_KEY);
  if (imported.userErrors.length > 0) throw new Error(JSON.stringify(imported.userErrors));
}

/**
 * The part of an order besides its dishes that the rules judge: a different zone and slot each
 * time.
 */
export function judgedWish(count: number) {
  const day = Math.ceil((Date.now() + DAY_MS) / DAY_MS) * DAY_MS;
  const slot = day + (count % SLOTS) * SLOT_MINUTES * 60_000;
  return { address: Object.assign({}, anAddress, pointIn(count)), wantedAt: new Date(slot) };
}

/** The same as a query for who delivers there. */
export function deliveryQuestion(branchId: string, count: number): DeliveryQuestion {
  const words = { city: null, street: "", posStreetId: null, house: "", building: null };
  const place = Object.assign({ point: pointIn(count) }, words);
  return { branchIds: [branchId], place, sum: 100_000, wantedAt: null };
}

function pointIn(count: number) {
  return centreOf(count % (ZONES_A_SIDE.columns * ZONES_A_SIDE.rows));
}

function centreOf(zone: number) {
  const [column, row] = [zone % ZONES_A_SIDE.columns, Math.floor(zone / ZONES_A_SIDE.columns)];
  return {
    latitude: SOUTH_WEST.latitude + row * DEGREES,
    longitude: SOUTH_WEST.longitude + column * DEGREES,
  };
}

function features(): object[] {
  return Array.from({ length: ZONES_A_SIDE.columns * ZONES_A_SIDE.rows }, (_, zone) => {
    const { latitude, longitude } = centreOf(zone);
    const ring = Array.from({ length: CORNERS }, (__, step) => {
      const angle = (2 * Math.PI * step) / CORNERS;
      const reach = DEGREES / 2;
      const corner = [longitude + reach * Math.cos(angle), latitude + reach * Math.sin(angle)];
      return corner.map((degrees) => Number(degrees.toFixed(DECIMALS)));
    });
    const properties = { name: `Зона ${zone + 1}`, minimumSum: 100, minutes: 40, fee: 99 };
    return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties };
  });
}
