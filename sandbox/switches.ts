import { z } from "zod";

/**
 * Behaviours in which real iiko accounts differ; `PUT /_sandbox/switches` changes any of them while
 * the sandbox runs.
 */
export const switchesSchema = z.strictObject({
  /**
   * A business refusal is told in the answer of `deliveries/create` instead of after InProgress.
   */
  refuseAtOnce: z.boolean(),
  /** A known order id is answered with HTTP 400 instead of HTTP 200 and creationStatus Error. */
  duplicateIsBadRequest: z.boolean(),
  /** The till refuses lines whose price is not the menu's. */
  checkPrices: z.boolean(),
  /** The till refuses deliveries that its restrictions exclude, by place, time or sum. */
  checkRestrictions: z.boolean(),
  /** The first day of restrictions' weekMap; otherwise it is a Monday. */
  weekBeginsOnSunday: z.boolean(),
  /**
   * The tills, by id, that another company's service gives orders to, wherever they go: what
   * `delivery_restrictions/allowed` tells of an organization with useExternalAssignationService.
   */
  externallyAssigned: z.array(z.guid()),
  /** Orders start Unconfirmed and wait for `deliveries/confirm`. */
  confirmationRequired: z.boolean(),
  /**
   * Guests who did not agree to be kept in the base are refused, as without
   * isAnonymousGuestsAllowed.
   */
  refuseAnonymousGuests: z.boolean(),
  /** No loyalty programme is set up for the organization. */
  loyaltyIsOff: z.boolean(),
  /** Balances are told without what is held. */
  heldPointsShow: z.boolean(),
  /**
   * Addresses are taken as one line (iiko's format "City"), and not by street and house ("Legacy").
   */
  addressesInOneLine: z.boolean(),
  /** Lines may have comments: orderItemCommentEnabled. */
  lineComments: z.boolean(),
  /** Deliveries without a marketing source are refused: marketingSourceRequiredInDelivery. */
  marketingSourceRequired: z.boolean(),
  /** Which ways of receipt the organization has: deliveryServiceType. */
  deliveryServiceType: z.enum(["CourierAndSelfService", "CourierOnly", "SelfServiceOnly"]),
  /** deliveryOrderPaymentSettings: WhenOrderOnTheWay is paid before it is sent. */
  deliveryOrderPaymentSettings: z.enum(["WhenOrderClosed", "WhenOrderOnTheWay"]),
  /** ISO 4217, as the organization tells it. */
  currencyIsoName: z.string(),
  /** Web hooks carry `Authorization: Bearer <token>` instead of the bare token. */
  bearerWebHooks: z.boolean(),
  /** Older commands are answered with HTTP 410 by `commands/status`. */
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
