/** The body of `deliveries/create`, as far as it is used, in iiko's own words. Money is in roubles. */
export interface IikoCreateDelivery {
  readonly organizationId: string;
  readonly terminalGroupId?: string | undefined;
  /** Beside `order`: inside it iiko ignores it. */
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
  readonly orderServiceType: "DeliveryByCourier" | "DeliveryByClient";
  readonly deliveryPoint?: IikoDeliveryPoint | undefined;
  readonly completeBefore?: string | undefined;
  readonly comment?: string | undefined;
  readonly customer: { readonly type: "regular" | "one-time"; readonly name: string };
  readonly guests: { readonly count: number; readonly splitBetweenPersons: boolean };
  readonly items: readonly IikoOrderItem[];
  readonly payments?: readonly IikoPayment[] | undefined;
  readonly sourceKey: string;
}

export interface IikoDeliveryPoint {
  readonly coordinates?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly address: {
    readonly type: "legacy";
    readonly street: { readonly name: string; readonly city?: string | undefined };
    readonly house: string;
    readonly building?: string | undefined;
    readonly flat?: string | undefined;
    readonly entrance?: string | undefined;
    readonly floor?: string | undefined;
    readonly doorphone?: string | undefined;
  };
  readonly comment?: string | undefined;
}

interface IikoOrderLine {
  readonly amount: number;
  readonly productSizeId?: string | undefined;
  readonly comment?: string | undefined;
}

interface IikoComponent {
  readonly productId: string;
  readonly price: number;
  readonly modifiers?: readonly IikoModifier[] | undefined;
}

export type IikoOrderItem =
  | ({ readonly type: "Product" } & IikoOrderLine & IikoComponent)
  | ({ readonly type: "Compound"; readonly primaryComponent: IikoComponent } & IikoOrderLine);

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
    { readonly type: "LoyaltyCard"; readonly credential: string; readonly searchScope: "Phone" } | undefined;
}
