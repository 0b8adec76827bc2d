import { type DeliveryRestrictions } from "../delivery/restrictions";

/**
 * What the sandbox's restaurant consists of, before it is written in any iiko format; both the menu
 * writers and the till read this.
 */

export interface Organization {
  id: string;
  name: string;
  /** IANA time zone of the terminals' wall clock. */
  timeZone: string;
  address: string;
}

export interface TerminalGroup {
  id: string;
  organizationId: string;
  name: string;
  /**
   * Hidden groups are listed only with `includeDisabled: true`; iiko does the same for groups not
   * granted to the key.
   */
  hidden: boolean;
  /** Closed for the season, and therefore listed separately in `terminalGroupsInSleep`. */
  sleeping: boolean;
  /** A dead group never accepts an order, so creation runs into iiko's creation timeout. */
  alive: boolean;
}

export interface PaymentType {
  id: string;
  code: string;
  name: string;
  paymentTypeKind: "Cash" | "Card" | "External" | "IikoCard";
  paymentProcessingType: "External" | "Internal" | "Both";
  isDeleted: boolean;
}

export interface Discount {
  id: string;
  name: string;
  mode: "Percent" | "FlexibleSum" | "FixedSum";
  percent: number;
  sum: number;
  isDeleted: boolean;
}

export interface OrderType {
  id: string;
  name: string;
  orderServiceType: "Common" | "DeliveryByCourier" | "DeliveryPickUp";
  isDeleted: boolean;
}

export interface MarketingSource {
  id: string;
  name: string;
  isDeleted: boolean;
}

export interface CancelCause {
  id: string;
  name: string;
}

export interface Modifier {
  productId: string;
  article: string;
  name: string;
  /** In roubles; 0 is free. */
  price: number;
  /** In roubles, by the id of the dish's size, for sizes with a different price. */
  priceBySize: Record<string, number>;
  min: number;
  max: number;
  byDefault: number;
}

export interface ModifierGroup {
  /** null for "simple modifiers", which are ordered without a productGroupId. */
  id: string | null;
  name: string;
  min: number;
  max: number;
  free: number;
  /**
   * iiko's childModifiersHaveMinMaxRestrictions: false means that the children's own 0/0 must be
   * ignored.
   */
  childrenHaveOwnLimits: boolean;
  modifiers: Modifier[];
}

export interface Size {
  /** null for a product without sizes. */
  id: string | null;
  code: string | null;
  name: string | null;
  /** In roubles; null means "not sold here", 0 is free. */
  price: number | null;
  isDefault: boolean;
}

export interface Nutrition {
  /** Per 100 g. */
  energy: number;
  proteins: number;
  fats: number;
  carbs: number;
}

export interface Product {
  id: string;
  article: string;
  name: string;
  description: string;
  type: "DISH" | "SERVICE";
  orderItemType: "Product" | "Compound";
  weightGrams: number;
  nutrition: Nutrition | null;
  hidden: boolean;
  /**
   * The sandbox draws the picture itself at /_sandbox/images/<article>.png; false means that the
   * product has no picture.
   */
  hasImage: boolean;
  sizes: Size[];
  modifierGroups: ModifierGroup[];
}

export interface ComboGroup {
  id: string;
  name: string;
  isMainGroup: boolean;
  /** Product ids from the menu, each with the size to use and the surcharge in roubles. */
  choices: { productId: string; sizeId: string | null; surcharge: number }[];
}

export interface Combo {
  id: string;
  article: string;
  name: string;
  description: string;
  /** In roubles. */
  price: number;
  groups: ComboGroup[];
  /** Dates as iiko writes them; when missing, the combo is sold for years. */
  sold?: { from: string; to: string };
}

/** When something is sold; runs past midnight when it ends before it begins. */
export interface SaleHours {
  /** "08:00" */
  begin: string;
  end: string;
  /** "monday" and so on; none means every day. */
  days: string[];
}

export interface Category {
  id: string;
  name: string;
  hidden: boolean;
  /** None means always. */
  hours: SaleHours[];
  products: Product[];
  combos: Combo[];
}

export interface StopListEntry {
  terminalGroupId: string;
  productId: string;
  sizeId: string | null;
  article: string;
  /** Portions left; 0 or less means sold out. */
  balance: number;
}

export interface Wallet {
  /** Assigned by the loyalty programme, and the same for every guest who has this wallet. */
  id: string;
  name: string;
  /** iiko's programme type: 0 is a deposit, 1 a bonus programme. */
  type: 0 | 1;
  balance: number;
}

export interface LoyaltyGuest {
  id: string;
  name: string;
  /** Includes the leading +. */
  phone: string;
  wallets: Wallet[];
  /** Discount that the programme gives this guest on every dish; 0 means none. */
  discountPercent: number;
}

export interface Coupon {
  id: string;
  number: string;
  seriesId: string;
  seriesName: string;
  isDeleted: boolean;
  /** Discount on every dish. */
  percent: number;
}

/** A street in a till's address book. */
export interface Street {
  id: string;
  name: string;
  isDeleted: boolean;
  /** Where iiko finds the street on a map, whatever the house; null means nowhere. */
  location: { latitude: number; longitude: number } | null;
}

/** A city in a till's address book, with its streets. */
export interface City {
  id: string;
  name: string;
  isDeleted: boolean;
  streets: Street[];
}

export interface Restaurant {
  organizations: Organization[];
  terminalGroups: TerminalGroup[];
  paymentTypes: PaymentType[];
  discounts: Discount[];
  orderTypes: OrderType[];
  cancelCauses: CancelCause[];
  marketingSources: MarketingSource[];
  /** By organization id; an organization without an entry knows no streets. */
  cities: Record<string, City[]>;
  /** By organization id; an organization without an entry delivers anywhere. */
  deliveryRestrictions: Record<string, DeliveryRestrictions>;
  /**
   * The till counts each half of a dish as half a portion at its price; otherwise it adds up the
   * prices of the halves.
   */
  halvesAreHalved: boolean;
  /** The external menu's id as listed by iiko's /api/2/menu. */
  externalMenu: { id: string; name: string };
  /** Organizations that the external menu is published for; empty means all. */
  menuSoldIn: string[];
  /** Applies every day; none means always. Only the external menus include these hours. */
  menuHours: { begin: string; end: string }[];
  priceCategories: { id: string; name: string }[];
  categories: Category[];
  stopList: StopListEntry[];
  guests: LoyaltyGuest[];
  coupons: Coupon[];
}
