import { formatKopecks } from "../../domain/money/money";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";

export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type BranchPart = Pick<Branch, "name" | "timeZone" | "country">;

/**
 * What a save changed, field by field under the API's names. The credential is not compared here:
 * it is a secret.
 */
export function settingsDifferences(
  before: BranchPart & BranchSettings,
  after: BranchPart & BranchSettings,
): Difference[] {
  const [earlier, later] = [shown(before), shown(after)];
  return Object.keys(later).flatMap((field) => {
    const [from, to] = [earlier[field] ?? null, later[field] ?? null];
    return from === to ? [] : [{ field, before: from, after: to }];
  });
}

function shown(settings: BranchPart & BranchSettings): Record<string, string | null> {
  const {
    name,
    timeZone,
    country,
    pos,
    organizationId,
    terminalGroupId,
    externalMenuId,
    priceCategoryId,
  } = settings;
  return {
    ...{
      name,
      timeZone,
      country,
      pos,
      organizationId,
      terminalGroupId,
      externalMenuId,
      priceCategoryId,
    },
    paymentTypes: JSON.stringify(settings.paymentTypes.map(inOneOrder)),
    statusMap: JSON.stringify(settings.statusMap.map(inOneOrder)),
    bonusPaymentTypeId: settings.bonusPaymentTypeId,
    bonusWalletId: settings.bonusWalletId,
    bonusWriteOffLimitPercent: String(settings.bonusWriteOffLimitPercent),
    holdBonuses: String(settings.holdBonuses),
    universalDiscountId: settings.universalDiscountId,
    quotesByPosLoyalty: String(settings.quotesByPosLoyalty),
    doNotSendPromoCodes: String(settings.doNotSendPromoCodes),
    doNotUseBonuses: String(settings.doNotUseBonuses),
    doNotUsePosPromoCodes: String(settings.doNotUsePosPromoCodes),
    "delivery.fee": formatKopecks(settings.deliveryFee),
    "delivery.freeFrom":
      settings.freeDeliveryFrom === null ? null : formatKopecks(settings.freeDeliveryFrom),
    "delivery.posProductId": settings.deliveryProductId,
    "posOrders.deliveryOrderTypeId": settings.deliveryOrderTypeId,
    "posOrders.pickupOrderTypeId": settings.pickupOrderTypeId,
    "posOrders.marketingSourceId": settings.marketingSourceId,
    "posOrders.halfPrices": settings.halfPrices,
    "injection.retryDelaysSeconds": JSON.stringify(settings.retryDelaysSeconds),
    "injection.acceptTimeoutSeconds": String(settings.acceptTimeoutSeconds),
    "injection.alertIfNotAcceptedAfterSeconds": String(settings.alertIfNotAcceptedAfterSeconds),
    "injection.sendWithinMinutes": String(settings.sendWithinMinutes),
    "guestOrders.onlyProven": String(settings.guestOrdersOnlyProven),
    "guestOrders.mostOpenPerPhone": String(settings.guestOrdersMostOpen),
    "guestOrders.countedPromotionsOnlyProven": String(settings.guestPromotionsOnlyProven),
    "guestOrders.challengeAlways": String(settings.guestChallengeAlways),
    "guestOrders.challengeBits": String(settings.guestChallengeBits),
    fallback: JSON.stringify(settings.fallback.map(inOneOrder)),
  };
}

/** jsonb gives the fields of a row back in an order of its own. */
function inOneOrder(row: object): object {
  return Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
}
