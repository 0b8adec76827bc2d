import { HalfPrices } from "../../domain/ticket/half-prices";
import { posStatusOf } from "../../domain/pos/pos-status";
import { BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { type BranchSettingsChange } from "./branch-settings-change";
import { guestOrderColumns } from "./guest-order-settings";
import { kept } from "./kept";

const STANDARD_RETRY_DELAYS_SECONDS = [15, 15, 15];
const STANDARD_ACCEPT_TIMEOUT_SECONDS = 60;
const STANDARD_ALERT_SECONDS = 300;
const STANDARD_SEND_WITHIN_MINUTES = 30;

/**
 * The settings as they are after the change, but for the credential: what is left out stays, null
 * is cleared.
 */
export function changedSettings(
  stored: BranchSettings,
  input: BranchSettingsChange,
): BranchSettings {
  const paymentTypes = input.paymentTypes?.map((mapping) => ({
    ...mapping,
    posPaymentTypeId: mapping.posPaymentTypeId ?? null,
  }));
  const columns: Partial<BranchSettings> = {
    ...injectionColumns(input),
    ...deliveryColumns(input, stored),
    ...posOrderColumns(input, stored),
    ...guestOrderColumns(input, stored),
    pos: kept(input.pos, stored.pos) ?? PosKind.NONE,
    organizationId: kept(input.organizationId, stored.organizationId),
    terminalGroupId: kept(input.terminalGroupId, stored.terminalGroupId),
    externalMenuId: kept(input.externalMenuId, stored.externalMenuId),
    priceCategoryId: kept(input.priceCategoryId, stored.priceCategoryId),
    paymentTypes: input.paymentTypes === undefined ? stored.paymentTypes : (paymentTypes ?? []),
    statusMap: (kept(input.statusMap, stored.statusMap) ?? []).map(({ posStatus, status }) => {
      return { posStatus: posStatusOf(posStatus) ?? posStatus, status };
    }),
    bonusPaymentTypeId: kept(input.bonusPaymentTypeId, stored.bonusPaymentTypeId),
    bonusWalletId: kept(input.bonusWalletId, stored.bonusWalletId),
    bonusWriteOffLimitPercent:
      kept(input.bonusWriteOffLimitPercent, stored.bonusWriteOffLimitPercent) ?? 0,
    holdBonuses: kept(input.holdBonuses, stored.holdBonuses) ?? false,
    universalDiscountId: kept(input.universalDiscountId, stored.universalDiscountId),
    quotesByPosLoyalty: kept(input.quotesByPosLoyalty, stored.quotesByPosLoyalty) ?? false,
    doNotSendPromoCodes: kept(input.doNotSendPromoCodes, stored.doNotSendPromoCodes) ?? false,
    doNotUseBonuses: kept(input.doNotUseBonuses, stored.doNotUseBonuses) ?? false,
    doNotUsePosPromoCodes: kept(input.doNotUsePosPromoCodes, stored.doNotUsePosPromoCodes) ?? false,
    fallback: [...(kept(input.fallback, stored.fallback) ?? [])],
  };
  return Object.assign(new BranchSettings(), stored, columns);
}

const STANDARD = {
  retryDelaysSeconds: null,
  acceptTimeoutSeconds: null,
  alertIfNotAcceptedAfterSeconds: null,
  sendWithinMinutes: null,
};

function injectionColumns({ injection }: BranchSettingsChange): Partial<BranchSettings> {
  if (injection === undefined) return {};
  const {
    retryDelaysSeconds,
    acceptTimeoutSeconds,
    alertIfNotAcceptedAfterSeconds,
    sendWithinMinutes,
  } = injection ?? STANDARD;
  return {
    ...(retryDelaysSeconds !== undefined && {
      retryDelaysSeconds: [...(retryDelaysSeconds ?? STANDARD_RETRY_DELAYS_SECONDS)],
    }),
    ...(acceptTimeoutSeconds !== undefined && {
      acceptTimeoutSeconds: acceptTimeoutSeconds ?? STANDARD_ACCEPT_TIMEOUT_SECONDS,
    }),
    ...(alertIfNotAcceptedAfterSeconds !== undefined && {
      alertIfNotAcceptedAfterSeconds: alertIfNotAcceptedAfterSeconds ?? STANDARD_ALERT_SECONDS,
    }),
    ...(sendWithinMinutes !== undefined && {
      sendWithinMinutes: sendWithinMinutes ?? STANDARD_SEND_WITHIN_MINUTES,
    }),
  };
}

const FREE = { fee: null, freeFrom: null, posProductId: null };

function deliveryColumns(
  { delivery }: BranchSettingsChange,
  stored: BranchSettings,
): Partial<BranchSettings> {
  if (delivery === undefined) return {};
  const { fee, freeFrom, posProductId } = delivery ?? FREE;
  return {
    deliveryFee: kept(fee, stored.deliveryFee) ?? 0,
    freeDeliveryFrom: kept(freeFrom, stored.freeDeliveryFrom),
    deliveryProductId: kept(posProductId, stored.deliveryProductId),
  };
}

const NOT_CHOSEN = {
  deliveryOrderTypeId: null,
  pickupOrderTypeId: null,
  marketingSourceId: null,
  halfPrices: null,
};

function posOrderColumns(
  { posOrders }: BranchSettingsChange,
  stored: BranchSettings,
): Partial<BranchSettings> {
  if (posOrders === undefined) return {};
  const { deliveryOrderTypeId, pickupOrderTypeId, marketingSourceId, halfPrices } =
    posOrders ?? NOT_CHOSEN;
  return {
    deliveryOrderTypeId: kept(deliveryOrderTypeId, stored.deliveryOrderTypeId),
    pickupOrderTypeId: kept(pickupOrderTypeId, stored.pickupOrderTypeId),
    marketingSourceId: kept(marketingSourceId, stored.marketingSourceId),
    halfPrices: kept(halfPrices, stored.halfPrices) ?? HalfPrices.HALVED,
  };
}
