import { type HalfPrices } from "../../domain/ticket/half-prices";
import { type Kopecks } from "../../domain/money/money";
import { type OrderStatus } from "../../domain/orders/order-status";
import {
  type FallbackTarget,
  type PaymentTypeMapping,
  type PosKind,
} from "../../entities/branches/branch-settings";

/** What of a branch's settings is to change: left out is unchanged, null is cleared. */
export interface BranchSettingsChange {
  /** The branch's own name and IANA zone; neither can be cleared. */
  readonly name?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  /** ISO 3166-1 alpha-2; cannot be cleared either. */
  readonly country?: string | null | undefined;
  readonly pos?: PosKind | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly terminalGroupId?: string | null | undefined;
  readonly externalMenuId?: string | null | undefined;
  readonly priceCategoryId?: string | null | undefined;
  /** A credential is given whole: either this … */
  readonly apiLogin?: string | null | undefined;
  /** … or these three. */
  readonly apiKey?: string | null | undefined;
  readonly appId?: string | null | undefined;
  readonly clientSecret?: string | null | undefined;
  readonly paymentTypes?:
    | readonly (Omit<PaymentTypeMapping, "posPaymentTypeId"> & {
        readonly posPaymentTypeId?: string | null | undefined;
      })[]
    | null
    | undefined;
  readonly statusMap?:
    readonly { readonly posStatus: string; readonly status: OrderStatus }[] | null | undefined;
  readonly bonusPaymentTypeId?: string | null | undefined;
  readonly bonusWalletId?: string | null | undefined;
  readonly bonusWriteOffLimitPercent?: number | null | undefined;
  readonly holdBonuses?: boolean | null | undefined;
  readonly universalDiscountId?: string | null | undefined;
  readonly quotesByPosLoyalty?: boolean | null | undefined;
  readonly doNotSendPromoCodes?: boolean | null | undefined;
  readonly doNotUseBonuses?: boolean | null | undefined;
  readonly doNotUsePosPromoCodes?: boolean | null | undefined;
  readonly delivery?: DeliveryChange | null | undefined;
  readonly posOrders?: PosOrdersChange | null | undefined;
  readonly injection?: InjectionPolicyChange | null | undefined;
  readonly guestOrders?: GuestOrdersChange | null | undefined;
  readonly fallback?: readonly FallbackTarget[] | null | undefined;
  /** A yes to connecting the branch otherwise while orders of it are under way. Not stored. */
  readonly acceptOpenOrders?: boolean | null | undefined;
}

/** Amounts are kopecks; null as the whole: the way costs nothing. */
export interface DeliveryChange {
  readonly fee?: Kopecks | null | undefined;
  readonly freeFrom?: Kopecks | null | undefined;
  readonly posProductId?: string | null | undefined;
}

/** null as the whole: nothing is chosen, the halves are halved. */
interface PosOrdersChange {
  readonly deliveryOrderTypeId?: string | null | undefined;
  readonly pickupOrderTypeId?: string | null | undefined;
  readonly marketingSourceId?: string | null | undefined;
  readonly halfPrices?: HalfPrices | null | undefined;
}

export interface InjectionPolicyChange {
  readonly retryDelaysSeconds?: readonly number[] | null | undefined;
  readonly acceptTimeoutSeconds?: number | null | undefined;
  readonly alertIfNotAcceptedAfterSeconds?: number | null | undefined;
  readonly sendWithinMinutes?: number | null | undefined;
}

/** null as the whole: the standard. */
export interface GuestOrdersChange {
  readonly onlyProven?: boolean | null | undefined;
  readonly mostOpenPerPhone?: number | null | undefined;
  readonly countedPromotionsOnlyProven?: boolean | null | undefined;
  readonly challengeAlways?: boolean | null | undefined;
  readonly challengeBits?: number | null | undefined;
}
