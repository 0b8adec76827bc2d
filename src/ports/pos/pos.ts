import { LoyaltyDisabled, PosCannot } from "../../errors";
import { type PosAddresses } from "./pos-addresses";
import { type PosCancellations } from "./pos-cancellations";
import { type PosOrderChanges } from "./pos-changes";
import { type PosCoupons } from "./pos-coupons";
import { type PosDirectory } from "./pos-directory";
import { type PosHolds } from "./pos-holds";
import { type PosLoyalty } from "./pos-loyalty";
import { type PosMenus } from "./pos-menus";
import { type PosOrders } from "./pos-orders";
import { type PosRules } from "./pos-rules";
import { type PosStopLists } from "./pos-stop-lists";
import { type PosStreets } from "./pos-streets";
import { type PosWebhooks } from "./pos-webhooks";
import { type PosZones } from "./pos-zones";

/** What a POS may be able to do besides taking orders: by name, with the methods of each. */
interface Capabilities {
  readonly rules: PosRules;
  readonly stopLists: PosStopLists;
  readonly zones: PosZones;
  readonly streets: PosStreets;
  readonly addresses: PosAddresses;
  readonly changes: PosOrderChanges;
  readonly cancellations: PosCancellations;
  readonly loyalty: PosLoyalty;
  readonly coupons: PosCoupons;
  readonly holds: PosHolds;
  readonly webhooks: PosWebhooks;
}

export type PosCapability = keyof Capabilities;

/**
 * A point-of-sale system. One implementation per vendor, in src/adapters/. It has all methods of
 * the capabilities that it has, and none of the others: ask `can`, or use what `able` returns.
 *
 * Every method may throw {PosUnavailable} (no usable answer), {PosRateLimited}, {PosRejected} (the
 * key or the request is refused) or {PosContractBroken}. All of them are safe to repeat, except
 * `submitOrder` where the vendor's `duplicates` say otherwise.
 */
export interface Pos
  extends
    PosOrders,
    PosMenus,
    PosDirectory,
    Partial<PosRules>,
    Partial<PosStopLists>,
    Partial<PosZones>,
    Partial<PosStreets>,
    Partial<PosAddresses>,
    Partial<PosOrderChanges>,
    Partial<PosCancellations>,
    Partial<PosLoyalty>,
    Partial<PosCoupons>,
    Partial<PosHolds>,
    Partial<PosWebhooks> {}

/** A POS that can do everything. */
export type WholePos = Required<Pos>;

/** All methods of each capability: a POS that has the capability has all of them. */
const METHODS: { readonly [C in PosCapability]: readonly (keyof Capabilities[C])[] } = {
  rules: ["orderRules", "marketingSources"],
  stopLists: ["stopLists"],
  zones: ["deliveryTerms"],
  streets: ["deliveryCities", "streetsOfCity"],
  addresses: ["locateAddress"],
  changes: ["orderChanges", "ordersDue"],
  cancellations: ["cancelOrder", "cancellationRefusal"],
  loyalty: ["loyaltyWallets", "loyaltyAccount", "loyaltyQuote", "loyaltyTransactions"],
  coupons: ["coupon"],
  holds: ["holdPoints", "cancelHold"],
  webhooks: ["webhookRegistration", "registerWebhook", "parseWebhook", "tellsOfStopList"],
};

/**
 * Capabilities whose absence means the same to callers as an organization without a loyalty
 * programme.
 */
const OF_LOYALTY: ReadonlySet<PosCapability> = new Set(["loyalty", "coupons", "holds"]);

const WANTING = {
  rules: { ru: "не сообщает своих правил", en: "does not tell its rules" },
  stopLists: { ru: "не сообщает стоп-листов", en: "tells no stop lists" },
  streets: { ru: "не сообщает улиц", en: "tells no streets" },
  addresses: { ru: "не находит адресов", en: "finds no addresses" },
  zones: { ru: "не сообщает зон доставки", en: "tells no delivery zones" },
  changes: { ru: "не сообщает об изменениях заказов", en: "tells no changes of orders" },
  cancellations: { ru: "не отменяет заказы по запросу", en: "cancels no orders when asked to" },
  loyalty: { ru: "не ведёт баллы", en: "keeps no points" },
  coupons: { ru: "не знает промокодов", en: "knows no promo codes" },
  holds: { ru: "не придерживает баллы", en: "holds no points" },
  webhooks: { ru: "не отправляет веб-хуки", en: "sends no web hooks" },
} as const;

/** Returns whether the POS has this capability. */
export function can<C extends PosCapability>(
  pos: Pos,
  capability: C,
): pos is Pos & Capabilities[C] {
  const methods: readonly PropertyKey[] = METHODS[capability];
  return methods.every((method) => typeof Reflect.get(pos, method) === "function");
}

/**
 * Returns the POS with everything that the capability brings.
 *
 * @throws {PosCannot} if it does not have the capability
 * @throws {LoyaltyDisabled} likewise for what belongs to a loyalty programme
 */
export function able<C extends PosCapability>(pos: Pos, capability: C): Pos & Capabilities[C] {
  if (can(pos, capability)) return pos;
  throw cannot(capability);
}

/** Returns the error for a POS that lacks the capability. */
export function cannot(capability: PosCapability): PosCannot | LoyaltyDisabled {
  const { ru, en } = WANTING[capability];
  const text = { ru: `Касса филиала ${ru}`, en: `The branch's POS ${en}` };
  return OF_LOYALTY.has(capability) ? new LoyaltyDisabled(text) : new PosCannot(text);
}
