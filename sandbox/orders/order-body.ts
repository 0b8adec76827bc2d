/** iiko's delivery statuses, in the order in which an order passes through them. */
export const ORDER_STATUSES = [
  "Unconfirmed",
  "WaitCooking",
  "ReadyForCooking",
  "CookingStarted",
  "CookingCompleted",
  "Waiting",
  "OnWay",
  "Delivered",
  "Closed",
  "Cancelled",
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface Named {
  id: string;
  name: string;
}

export interface OrderModifier {
  product: Named;
  amount: number;
  amountIndependentOfParentAmount: boolean;
  productGroup: Named | null;
  price: number;
  pricePredefined: boolean;
  resultSum: number;
  deleted: null;
  positionId: string;
  defaultAmount: null;
  hideIfDefaultAmount: boolean;
  taxPercent: null;
  freeOfChargeAmount: null;
}

interface OrderLine {
  status: "Added" | "PrintedNotCooking" | "CookingStarted" | "CookingCompleted" | "Served";
  deleted: null;
  amount: number;
  comment: string | null;
  whenPrinted: string | null;
  size: Named | null;
  comboInformation: {
    comboId: string;
    comboSourceId: string;
    groupId: string;
    groupName: string | null;
  } | null;
}

export interface ProductLine extends OrderLine {
  type: "Product";
  product: Named;
  modifiers: OrderModifier[];
  price: number;
  cost: number;
  pricePredefined: boolean;
  positionId: string;
  taxPercent: null;
  resultSum: number;
}

export interface CompoundComponent {
  product: Named;
  modifiers: OrderModifier[];
  price: number;
  cost: number;
  pricePredefined: boolean;
  positionId: string;
  taxPercent: null;
  resultSum: number;
}

export interface CompoundLine extends OrderLine {
  type: "Compound";
  primaryComponent: CompoundComponent;
  secondaryComponent: CompoundComponent | null;
  commonModifiers: OrderModifier[];
}

export interface OrderPayment {
  paymentType: Named & { kind: "Cash" | "Card" | "External" };
  sum: number;
  isPreliminary: boolean;
  isExternal: boolean;
  isProcessedExternally: boolean;
  isFiscalizedExternally: boolean;
  isPrepay: boolean;
}

export interface OrderDiscount {
  discountType: Named;
  sum: number;
  selectivePositions: string[] | null;
}

/**
 * iiko's `order` in reads and web hooks. Times are the terminal's wall clock, except the
 * `whenReceived*` ones, which are UTC.
 */
export interface OrderBody {
  parentDeliveryId: null;
  customer: Record<string, unknown> | null;
  phone: string;
  phoneExtension: string | null;
  deliveryPoint: Record<string, unknown> | null;
  status: OrderStatus;
  cancelInfo: { whenCancelled: string; cause: Named; comment: string | null } | null;
  courierInfo: {
    courier: Named & { phone: string | null };
    isCourierSelectedManually: boolean;
  } | null;
  completeBefore: string;
  whenCreated: string;
  whenConfirmed: string | null;
  whenPrinted: string | null;
  whenCookingCompleted: string | null;
  whenSended: string | null;
  whenDelivered: string | null;
  comment: string | null;
  problem: null;
  operator: null;
  marketingSource: Named | null;
  deliveryDuration: number | null;
  indexInCourierRoute: null;
  cookingStartTime: string;
  isDeleted: boolean;
  whenReceivedByApi: string;
  whenReceivedFromFront: string;
  movedFromDeliveryId: string | null;
  movedFromTerminalGroupId: string | null;
  movedFromOrganizationId: string | null;
  externalCourierService: null;
  movedToDeliveryId: string | null;
  movedToTerminalGroupId: string | null;
  movedToOrganizationId: string | null;
  menuId: string | null;
  deliveryZone: string | null;
  estimatedTime: null;
  isAsap: boolean;
  whenPacked: string | null;
  sum: number;
  number: number;
  sourceKey: string | null;
  whenBillPrinted: null;
  whenClosed: string | null;
  conception: null;
  guestsInfo: { count: number; splitBetweenPersons: boolean } | null;
  items: (ProductLine | CompoundLine)[];
  combos: (Named & { amount: number; price: number; sourceId: string; size: null })[];
  payments: OrderPayment[];
  tips: OrderPayment[];
  discounts: OrderDiscount[];
  orderType: Named & { orderServiceType: "DeliveryByCourier" | "DeliveryByClient" };
  terminalGroupId: string;
  processedPaymentsSum: number;
  loyaltyInfo: { coupon: string | null; appliedManualConditions: string[] | null } | null;
  /** All external data the order came with; reads return only the requested keys. */
  externalData: { key: string; value: string }[] | null;
}
