import { type DeliveryRestrictions } from "../delivery/restrictions";

/**
 * What the sandbox's restaurant is made of, before any iiko format: the menu writers and the till
 * both read this.
 */

export interface Organization {
  id: string;
  name: string;
  /** IANA zone of the terminals' wall clock. */
  timeZone: string;
  address: string;
}

export interface TerminalGroup {
  id: string;
  organizationId: string;
  name: string;
  /**
   * Hidden groups are listed only with `includeDisabled: true`, as iiko does for groups not granted
   * to the key.
   */
  hidden: boolean;
  /** Closed for the season: listed apart, in `terminalGroupsInSleep`. */
  sleeping: boolean;
  /** A dead group never takes an order: creation runs into iiko's creation timeout. */
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
  /** Roubles; 0 is free. */
  price: number;
  /** Roubles, by the id of the dish's size where that has another price. */
  priceBySize: Record<string, number>;
  min: number;
  max: number;
  byDefault: number;
}

export interface ModifierGroup {
  /** null: "simple modifiers", ordered without a productGroupId. */
  id: string | null;
  name: string;
  min: number;
  max: number;
  free: number;
  /**
   * iiko's childModifiersHaveMinMaxRestrictions: false means the children's own 0/0 is to be
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
  /** Roubles; null is "not sold here", 0 is free. */
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
   * Drawn by the sandbox itself at /_sandbox/images/<article>.png; false: the product has no
   * picture.
   */
  hasImage: boolean;
  sizes: Size[];
  modifierGroups: ModifierGroup[];
}

export interface ComboGroup {
  id: string;
  name: string;
  isMainGroup: boolean;
  /** Product ids of the menu, with the size to take and the surcharge in roubles. */
  choices: { productId: string; sizeId: string | null; surcharge: number }[];
}

export interface Combo {
  id: string;
  article: string;
  name: string;
  description: string;
  /** Roubles. */
  price: number;
  groups: ComboGroup[];
  /** As iiko writes days; missing: for years. */
  sold?: { from: string; to: string };
}

/** When something is sold; past midnight where it ends before it begins. */
export interface SaleHours {
  /** "08:00" */
  begin: string;
  end: string;
  /** "monday" and so on; none: every day. */
  days: string[];
}

export interface Category {
  id: string;
  name: string;
  hidden: boolean;
  /** None: always. */
  hours: SaleHours[];
  products: Product[];
  combos: Combo[];
}

export interface StopListEntry {
  terminalGroupId: string;
  productId: string;
  sizeId: string | null;
  article: string;
  /** Portions left; 0 or less is sold out. */
  balance: number;
}

export interface Wallet {
  /** The loyalty programme's: the same for every guest who has this wallet. */
  id: string;
  name: string;
  /** iiko's programme type: 0 is a deposit, 1 is bonuses. */
  type: 0 | 1;
  balance: number;
}

export interface LoyaltyGuest {
  id: string;
  name: string;
  /** With the leading +. */
  phone: string;
  wallets: Wallet[];
  /** What the programme takes off every dish of this guest; 0: nothing. */
  discountPercent: number;
}

export interface Coupon {
  id: string;
  number: string;
  seriesId: string;
  seriesName: string;
  isDeleted: boolean;
  /** What it takes off every dish. */
  percent: number;
}

/** A street of a till's address book. */
export interface Street {
  id: string;
  name: string;
  isDeleted: boolean;
  /** Where iiko finds it on a map, whatever the house; null: nowhere. */
  location: { latitude: number; longitude: number } | null;
}

/** A city of a till's address book, and its streets. */
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
  /** By the organization's id; whoever has none knows no street. */
  cities: Record<string, City[]>;
  /** By the organization's id; whoever has none delivers anywhere. */
  deliveryRestrictions: Record<string, DeliveryRestrictions>;
  /**
   * The till counts each half of a dish for half a portion of its price; else it adds the prices of
   * the halves up.
   */
  halvesAreHalved: boolean;
  /** The external menu's id as iiko's /api/2/menu lists it. */
  externalMenu: { id: string; name: string };
  /** Organizations that the external menu is published for; empty: all. */
  menuSoldIn: string[];
  /** Every day; none: always. Only the external menus say so. */
  menuHours: { begin: string; end: string }[];
  priceCategories: { id: string; name: string }[];
  categories: Category[];
  stopList: StopListEntry[];
  guests: LoyaltyGuest[];
  coupons: Coupon[];
}
