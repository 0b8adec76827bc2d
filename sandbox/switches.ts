import { z } from "zod";

/**
 * Behaviours in which real iiko accounts differ; `PUT /_sandbox/switches` changes any of them while
 * the sandbox is running.
 */
export const switchesSchema = z.strictObject({
  /**
   * Reports a business refusal in the answer of `deliveries/create` instead of after InProgress.
   */
  refuseAtOnce: z.boolean(),
  /** Answers a known order id with HTTP 400 instead of HTTP 200 and creationStatus Error. */
  duplicateIsBadRequest: z.boolean(),
  /** The till refuses lines whose price differs from the menu's. */
  checkPrices: z.boolean(),
  /** The till refuses deliveries that its restrictions exclude by place, time or sum. */
  checkRestrictions: z.boolean(),
  /** Restrictions' weekMap begins on Sunday; otherwise it begins on Monday. */
  weekBeginsOnSunday: z.boolean(),
  /**
   * Ids of the tills that another company's service assigns orders to, whatever their address: what
   * `delivery_restrictions/allowed` returns for an organization with useExternalAssignationService.
   */
  externallyAssigned: z.array(z.guid()),
  /** Orders start Unconfirmed and wait for `deliveries/confirm`. */
  confirmationRequired: z.boolean(),
  /** Refuses guests who did not consent to being stored, as without isAnonymousGuestsAllowed. */
  refuseAnonymousGuests: z.boolean(),
  /** The organization has no loyalty programme. */
  loyaltyIsOff: z.boolean(),
  /** Balances are reported without the points that are held. */
  heldPointsShow: z.boolean(),
  /**
   * Addresses are accepted as one line (iiko's format "City") and not by street and house
   * ("Legacy").
   */
  addressesInOneLine: z.boolean(),
  /** Allows comments on lines: orderItemCommentEnabled. */
  lineComments: z.boolean(),
  /** Refuses deliveries without a marketing source: marketingSourceRequiredInDelivery. */
  marketingSourceRequired: z.boolean(),
  /** How guests of the organization can receive their orders: deliveryServiceType. */
  deliveryServiceType: z.enum(["CourierAndSelfService", "CourierOnly", "SelfServiceOnly"]),
  /** deliveryOrderPaymentSettings: with WhenOrderOnTheWay an order is paid before it is sent. */
  deliveryOrderPaymentSettings: z.enum(["WhenOrderClosed", "WhenOrderOnTheWay"]),
  /** ISO 4217 code, as reported by the organization. */
  currencyIsoName: z.string(),
  /** Web hooks carry `Authorization: Bearer <token>` instead of the bare token. */
  bearerWebHooks: z.boolean(),
  /** `commands/status` answers older commands with HTTP 410. */
  commandLifetimeSeconds: z.number().min(0),
});

export type Switches = z.infer<typeof switchesSchema>;

export function defaultSwitches(): Switches {
  return {
    refuseAtOnce: false,
    duplicateIsBadRequest: false,
    checkPrices: false,
    checkRestrictions: false,
    weekBeginsOnSunday: false,
    externallyAssigned: [],
    confirmationRequired: false,
    refuseAnonymousGuests: false,
    loyaltyIsOff: false,
    heldPointsShow: true,
    addressesInOneLine: false,
    lineComments: true,
    marketingSourceRequired: false,
    deliveryServiceType: "CourierAndSelfService",
    deliveryOrderPaymentSettings: "WhenOrderClosed",
    currencyIsoName: "RUB",
    bearerWebHooks: false,
    commandLifetimeSeconds: 3600,
  };
}
