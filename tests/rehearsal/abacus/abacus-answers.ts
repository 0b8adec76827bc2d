import { type PosMenuItem, PosMenuSource } from "../../../src/domain/catalogue/pos-menu";
import { SOLD_ALWAYS } from "../../../src/domain/catalogue/sale-hours";
import { OrderStatus } from "../../../src/domain/orders/order-status";
import { menuContentHash, type MenuToPack } from "../../../src/ports/pos/pack-menu";
import { type PosOrderUpdate } from "../../../src/ports/pos/pos-orders";

/** An order in the till, under an id of the till's own. Ours is a reference that it shows. */
export interface Bill {
  readonly bill: string;
  readonly reference: string;
  readonly state: string;
  readonly at: number;
}

export interface Dish {
  readonly dish: string;
  readonly code: string;
  readonly name: string;
  readonly kopecks: number;
}

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  taken: OrderStatus.ACCEPTED,
  cooking: OrderStatus.COOKING,
  served: OrderStatus.CLOSED,
};

export function updateOf(
  organizationId: string,
  { bill, reference, state, at }: Bill,
): PosOrderUpdate {
  return {
    posOrderId: reference,
    organizationId,
    timestamp: at,
    creation: "created",
    failure: null,
    movedToPosOrderId: null,
    movedToOrganizationId: null,
    rawStatus: state,
    status: STATUSES[state] ?? null,
    posNumber: bill,
    courier: null,
    estimatedAt: null,
    promisedAt: null,
    trackingUrl: null,
    cancelReason: null,
    steps: [],
  };
}

export function menuOf(dishes: readonly Dish[]): MenuToPack {
  const categories = [{ posId: "dishes", name: "Блюда", hidden: false, items: dishes.map(itemOf) }];
  return {
    source: PosMenuSource.OWN_FORMAT,
    revision: null,
    contentHash: menuContentHash(categories),
    categories,
    listedTwice: new Set(),
    unapplied: [],
    saleHours: SOLD_ALWAYS,
    weighed: [],
  };
}

function itemOf({ dish, code, name, kopecks }: Dish): PosMenuItem {
  const size = { posSizeId: null, name: null, article: null, isDefault: true, hidden: false };
  return {
    posProductId: dish,
    article: code,
    name,
    description: null,
    imageUrls: [],
    compound: false,
    combo: false,
    hidden: false,
    sizes: [Object.assign(size, { price: kopecks })],
    optionGroups: [],
    nutrition: null,
  };
}
