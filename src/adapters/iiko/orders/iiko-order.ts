/** The body of `deliveries/create`, as far as we use it, in iiko's terms. Money is in roubles. */
export interface IikoCreateDelivery {
  readonly organizationId: string;
  readonly terminalGroupId?: string | undefined;
  /** Must be next to `order`: iiko ignores it inside. */
  readonly createOrderSettings: {
    readonly transportToFrontTimeout: number;
    readonly checkStopList?: boolean | undefined;
  };
  readonly order: IikoOrder;
}

interface IikoOrder {
  readonly id: string;
  readonly externalNumber: string;
  readonly phone: string;
  /** Exactly one of the two is set. */
  readonly orderServiceType?: "DeliveryByCourier" | "DeliveryByClient" | undefined;
  readonly orderTypeId?: string | undefined;
  readonly marketingSourceId?: string | undefined;
  readonly deliveryPoint?: IikoDeliveryPoint | undefined;
  readonly completeBefore?: string | undefined;
  readonly comment?: string | undefined;
  readonly customer: { readonly type: "regular" | "one-time"; readonly name: string };
  readonly guests: { readonly count: number; readonly splitBetweenPersons: boolean };
  readonly items: readonly IikoOrderItem[];
  readonly combos?: readonly IikoCombo[] | undefined;
  readonly discountsInfo?:
    | {
        readonly discounts: readonly IikoDiscount[];
        readonly fixedLoyaltyDiscounts?: true | undefined;
      }
    | undefined;
  readonly loyaltyInfo?: { readonly coupon: string } | undefined;
  readonly payments?: readonly IikoPayment[] | undefined;
  readonly sourceKey: string;
}

export interface IikoDeliveryPoint {
  readonly coordinates?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly address: IikoAddress;
  readonly comment?: string | undefined;
}

interface IikoAddressDetails {
  readonly flat?: string | undefined;
  readonly entrance?: string | undefined;
  readonly floor?: string | undefined;
  readonly doorphone?: string | undefined;
}

type IikoStreet = { readonly id: string } | { readonly name: string; readonly city: string };

export type IikoAddress = IikoAddressDetails &
  (
    | {
        readonly type: "legacy";
        readonly street: IikoStreet;
        readonly house: string;
        readonly building?: string | undefined;
      }
    /** Only where the organization's address format is "City". */
    | { readonly type: "city"; readonly line1: string }
  );

interface IikoOrderLine {
  readonly amount: number;
  readonly productSizeId?: string | undefined;
  readonly comboInformation?:
    | {
        readonly comboId: string;
        readonly comboSourceId: string;
        readonly comboGroupId: string;
        readonly comboGroupName?: string | undefined;
      }
    | undefined;
  readonly comment?: string | undefined;
}

interface IikoComponent {
  /** Only where discounts may refer to it. */
  readonly positionId?: string | undefined;
  readonly productId: string;
  readonly price: number;
  readonly modifiers?: readonly IikoModifier[] | undefined;
}

export type IikoOrderItem =
  | ({ readonly type: "Product" } & IikoOrderLine & IikoComponent)
  | ({
      readonly type: "Compound";
      readonly primaryComponent: IikoComponent;
      /** When set, each component is one half of every portion. */
      readonly secondaryComponent?: IikoComponent | undefined;
    } & IikoOrderLine);

export interface IikoCombo {
  /** Our id, valid within this order. */
  readonly id: string;
  readonly name: string;
  readonly amount: number;
  /** Price of one combo. */
  readonly price: number;
  /** The combo's id in iiko. */
  readonly sourceId: string;
  readonly sizeId?: string | undefined;
}

export type IikoDiscount =
  /** Discount of the kind whose sum can be assigned. */
  | { readonly type: "RMS"; readonly discountTypeId: string; readonly sum: number }
  /** What the loyalty programme granted, as it reported earlier. */
  | {
      readonly type: "iikoCard";
      readonly programId: string;
      readonly programName: string;
      readonly discountItems: readonly {
        readonly positionId: string;
        readonly sum: number;
        readonly amount: number;
      }[];
    };

export interface IikoModifier {
  readonly productId: string;
  readonly amount: number;
  readonly price: number;
  /** Only for modifiers that belong to a group. */
  readonly productGroupId?: string | undefined;
}

export type IikoPaymentKind = "Cash" | "Card" | "LoyaltyCard" | "External";

export interface IikoPayment {
  readonly paymentTypeKind: IikoPaymentKind;
  readonly paymentTypeId: string;
  readonly sum: number;
  readonly isProcessedExternally: boolean;
  readonly paymentAdditionalData?:
    | { readonly type: "LoyaltyCard"; readonly credential: string; readonly searchScope: "Phone" }
    | undefined;
}
