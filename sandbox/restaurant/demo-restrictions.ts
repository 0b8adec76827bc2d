import {
  type DeliveryRestriction,
  type DeliveryRestrictions,
  type DeliveryZone,
  UNRESTRICTED,
} from "../delivery/restrictions";
import { stableId } from "./stable-id";

const EVERY_DAY = 127;

/**
 * Where the restaurants deliver. One zone lies inside another, whose outline is not closed; each of
 * the two has a product for its fee.
 */
export function demoRestrictions(): Record<string, DeliveryRestrictions> {
  return {
    [stableId("organization", "Ярославль")]: {
      ...UNRESTRICTED,
      addDeliveryServiceCost: true,
      deliveryZones: [
        square("Центр", [57.6, 39.82], [57.65, 39.92], { closed: true }),
        square("Город", [57.5, 39.7], [57.75, 40.05], { closed: false }),
      ],
      restrictions: [
        restriction("Кухня на Печной", "Центр", {
          priority: 1,
          deliveryDurationInMinutes: 40,
          deliveryServiceProductId: stableId("product", "Доставка, ближняя зона"),
        }),
        restriction("Кухня на Печной", "Город", {
          priority: 2,
          minSum: 800,
          deliveryDurationInMinutes: 70,
          deliveryServiceProductId: stableId("product", "Доставка, дальняя зона"),
        }),
      ],
    },
    [stableId("organization", "Екатеринбург")]: {
      ...UNRESTRICTED,
      deliveryZones: [square("Весь город", [56.7, 60.4], [57, 60.8], { closed: true })],
      restrictions: [restriction(null, "Весь город", { minSum: 500 })],
    },
  };
}

type Corner = [latitude: number, longitude: number];

function square(
  name: string,
  [south, west]: Corner,
  [north, east]: Corner,
  { closed }: { closed: boolean },
): DeliveryZone {
  const corners: Corner[] = [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
    ...(closed ? [[south, west] as Corner] : []),
  ];
  const coordinates = corners.map(([latitude, longitude]) => ({ latitude, longitude }));
  return { name, coordinates, addresses: [] };
}

function restriction(
  terminalGroup: string | null,
  zone: string,
  rest: Partial<DeliveryRestriction>,
): DeliveryRestriction {
  return {
    minSum: null,
    terminalGroupId: terminalGroup === null ? null : stableId("terminal group", terminalGroup),
    organizationId: null,
    zone,
    weekMap: EVERY_DAY,
    from: null,
    to: null,
    priority: 1,
    deliveryDurationInMinutes: 60,
    deliveryServiceProductId: null,
    ...rest,
  };
}
