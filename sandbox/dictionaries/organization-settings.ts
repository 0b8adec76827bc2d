import { type Organization, type Restaurant } from "../restaurant/model";
import { type Switches } from "../switches";

/**
 * Returns an organization's settings under the names by which `/api/1/organizations/settings`
 * requests them.
 */
export function organizationSettings(
  restaurant: Restaurant,
  { name, address }: Organization,
  switches: Switches,
) {
  return {
    Name: name,
    Country: "Россия",
    RestaurantAddress: address,
    // Zero coordinates are common in recorded responses.
    Latitude: 0,
    Longitude: 0,
    Version: "9.6.5012.0.1780000000000",
    PricesVatInclusive: true,
    LoyaltyDiscountAffectsVat: false,
    UseUaeAddressingSystem: false,
    CurrencyIsoName: switches.currencyIsoName,
    CountryPhoneCode: "7",
    MarketingSourceRequiredInDelivery: switches.marketingSourceRequired,
    DefaultDeliveryCityId: null,
    DeliveryCityIds: null,
    DeliveryServiceType: switches.deliveryServiceType,
    DeliveryOrderPaymentSettings: switches.deliveryOrderPaymentSettings,
    DefaultCallCenterPaymentTypeId:
      restaurant.paymentTypes.find(({ isDeleted }) => !isDeleted)?.id ?? null,
    OrderItemCommentEnabled: switches.lineComments,
    AddressFormatType: switches.addressesInOneLine ? "City" : "Legacy",
    IsConfirmationEnabled: switches.confirmationRequired,
    ConfirmAllowedIntervalInMinutes: 60,
    IsAnonymousGuestsAllowed: !switches.refuseAnonymousGuests,
    AddressLookup: [],
    UseBusinessHoursAndMapping: false,
  };
}
