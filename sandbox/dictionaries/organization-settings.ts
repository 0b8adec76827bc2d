import { type Organization, type Restaurant } from "../restaurant/model";
import { type Switches } from "../switches";

/** An organization's settings under the names by which `/api/1/organizations/settings` is asked for them. */
export function organizationSettings(restaurant: Restaurant, { name, address }: Organization, switches: Switches) {
  return {
    Name: name,
    Country: "Россия",
    RestaurantAddress: address,
    // Zero coordinates are usual in recorded answers.
    Latitude: 0,
    Longitude: 0,
    Version: "9.6.5012.0.1780000000000",
    PricesVatInclusive: true,
    LoyaltyDiscountAffectsVat: false,
    UseUaeAddressingSystem: false,
    CurrencyIsoName: "RUB",
    CountryPhoneCode: "7",
    MarketingSourceRequiredInDelivery: false,
    DefaultDeliveryCityId: null,
    DeliveryCityIds: null,
    DeliveryServiceType: "CourierAndSelfService",
    DeliveryOrderPaymentSettings: "WhenOrderClosed",
    DefaultCallCenterPaymentTypeId: restaurant.paymentTypes.find(({ isDeleted }) => !isDeleted)?.id ?? null,
    OrderItemCommentEnabled: switches.lineComments,
    AddressFormatType: switches.addressesInOneLine ? "City" : "Legacy",
    IsConfirmationEnabled: false,
    ConfirmAllowedIntervalInMinutes: 60,
    IsAnonymousGuestsAllowed: true,
    AddressLookup: [],
    UseBusinessHoursAndMapping: false,
  };
}
