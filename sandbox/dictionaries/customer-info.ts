import { type LoyaltyGuest, type Restaurant } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";

/**
 * `/api/1/loyalty/iiko/customer/info` for a guest that was found. An unknown guest is a 400, which
 * the caller has to send.
 */
export function customerInfo(restaurant: Restaurant, guest: LoyaltyGuest) {
  const card = stableId("card", guest.id).slice(0, 8);
  return {
    id: guest.id,
    referrerId: null,
    name: guest.name,
    surname: null,
    middleName: null,
    comment: null,
    phone: guest.phone,
    cultureName: "ru-RU",
    birthday: null,
    email: null,
    sex: 0,
    consentStatus: 1,
    anonymized: false,
    cards: [{ id: stableId("card", guest.id), track: card, number: card, validToDate: null }],
    categories: [],
    walletBalances: guest.wallets.map(({ id, name, type, balance }) => ({
      id,
      name,
      type,
      balance,
    })),
    userData: null,
    shouldReceivePromoActionsInfo: false,
    shouldReceiveLoyaltyInfo: true,
    shouldReceiveOrderStatusInfo: null,
    personalDataConsentFrom: null,
    personalDataConsentTo: null,
    personalDataProcessingFrom: null,
    personalDataProcessingTo: null,
    isDeleted: false,
    whenRegistered: "2025-03-01 10:00:00.000",
    lastProcessedOrderDate: null,
    firstOrderDate: null,
    lastVisitedOrganizationId: null,
    registrationOrganizationId: restaurant.organizations[0]?.id ?? null,
  };
}
