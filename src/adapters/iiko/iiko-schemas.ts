import { z } from "zod";
import {
  address,
  allRows,
  comment,
  flag,
  id,
  LATEST_MS,
  name,
  optional,
  optionalId,
  optionalName,
  orNone,
  rows,
  rowsOrNone,
  told,
  token,
  word,
  words,
} from "./values/iiko-fields";

/**
 * What is read of iiko's answers, and no more. Unknown fields are ignored: iiko adds some every
 * week without notice.
 */

export const orderBodySchema = z.object({
  status: word,
  isDeleted: flag,
  number: word,
  courierInfo: optional(
    z.object({ courier: optional(z.object({ name: optionalName, phone: word })) }),
  ),
  cancelInfo: optional(
    z.object({ whenCancelled: word, cause: optional(z.object({ name: optionalName })), comment }),
  ),
  estimatedTime: word,
  completeBefore: word,
  whenCreated: word,
  whenReceivedByApi: word,
  whenConfirmed: word,
  whenPrinted: word,
  cookingStartTime: word,
  whenCookingCompleted: word,
  cookingFinishTime: word,
  whenPacked: word,
  whenSended: word,
  whenDelivered: word,
  whenClosed: word,
  trackingLink: address,
  movedToDeliveryId: optionalId,
  movedToOrganizationId: optionalId,
});

export type IikoOrderBody = z.infer<typeof orderBodySchema>;

/** `code` is a word of an open list; some servers send a number. */
const errorInfo = z.object({ code: word, message: words, description: words });

export const orderInfoSchema = z.object({
  id,
  organizationId: optionalId,
  posId: word,
  timestamp: z.coerce.number().min(0).max(LATEST_MS).catch(0),
  creationStatus: word,
  errorInfo: optional(errorInfo),
  order: optional(orderBodySchema),
});

export type IikoOrderInfo = z.infer<typeof orderInfoSchema>;

export const createdDeliverySchema = z.object({ orderInfo: orderInfoSchema });

/**
 * Strict about its rows: an order that cannot be read must not look like one that does not exist.
 */
export const deliveriesSchema = z.object({ orders: allRows(orderInfoSchema) });

/** Of many organizations; what cannot be read says nothing of orders that are not in it. */
export const deliveryFeedSchema = z.object({
  maxRevision: z.number(),
  ordersByOrganizations: rows(z.object({ organizationId: id, orders: rows(orderInfoSchema) })),
});

export const tokenSchema = z.object({ token });

export const organizationsSchema = z.object({ organizations: rows(z.object({ id, name })) });

/** null for whatever is neither true nor false. */
const yesOrNo = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === "boolean" ? value : null));

export const organizationSettingsSchema = z.object({
  organizations: rows(
    z.object({
      id,
      addressFormatType: word,
      orderItemCommentEnabled: yesOrNo,
    }),
  ),
});

export const organizationRulesSchema = z.object({
  organizations: rows(
    z.object({
      id,
      addressFormatType: word,
      orderItemCommentEnabled: yesOrNo,
      isAnonymousGuestsAllowed: yesOrNo,
      marketingSourceRequiredInDelivery: yesOrNo,
      deliveryServiceType: word,
      isConfirmationEnabled: yesOrNo,
      deliveryOrderPaymentSettings: word,
      currencyIsoName: word,
    }),
  ),
});

export const marketingSourcesSchema = z.object({
  marketingSources: rows(z.object({ id, name, organizationId: optionalId, isDeleted: flag })),
});

const organizationGroups = z.object({
  organizationId: id,
  items: rowsOrNone(z.object({ id, name, timeZone: word })),
});

export const terminalGroupsSchema = z.object({
  terminalGroups: rows(organizationGroups),
  terminalGroupsInSleep: rowsOrNone(organizationGroups),
});

export const isAliveSchema = z.object({
  isAliveStatus: rows(z.object({ terminalGroupId: id, isAlive: flag })),
});

export const externalMenusSchema = z.object({
  externalMenus: rowsOrNone(z.object({ id, name })),
  priceCategories: rowsOrNone(z.object({ id, name })),
});

export const paymentTypesSchema = z.object({
  paymentTypes: rows(
    z.object({ id, name, paymentTypeKind: word, paymentProcessingType: word, isDeleted: flag }),
  ),
});

export const cancelCausesSchema = z.object({
  cancelCauses: rows(z.object({ id, name, isDeleted: flag })),
});

/** `exception` may have any shape. */
export const commandStatusSchema = z.object({
  state: word,
  errorReason: words,
  exception: z.object({ message: words }).nullish().catch(null),
});

export const discountsSchema = z.object({
  discounts: rows(
    z.object({
      organizationId: id,
      items: rowsOrNone(z.object({ id, name, mode: word, isDeleted: flag })),
    }),
  ),
});

export const orderTypesSchema = z.object({
  orderTypes: rows(
    z.object({
      organizationId: id,
      items: rowsOrNone(z.object({ id, name, orderServiceType: word, isDeleted: flag })),
    }),
  ),
});

const stopListItems = rowsOrNone(
  z.object({
    productId: id,
    sizeId: optionalId,
    // Listed without a number: sold out.
    balance: z.coerce.number().default(0),
    dateAdd: word,
  }),
);

/**
 * Two lists named `items`, one in the other. Strict about groups: one that cannot be read must not
 * look like an empty one.
 */
export const stopListsSchema = z.object({
  terminalGroupStopLists: allRows(
    z.object({
      organizationId: id,
      items: orNone(allRows(z.object({ terminalGroupId: id, items: stopListItems }))),
    }),
  ),
});

/** Strict about its rows: a wallet that cannot be read must not look like one that is empty. */
export const customerSchema = z.object({
  id,
  walletBalances: orNone(
    allRows(z.object({ id, name, type: z.number().catch(-1), balance: z.number() })),
  ),
});

const transaction = z.object({
  id,
  walletId: optionalId,
  whenCreated: told,
  sum: z.number(),
  balanceAfter: optional(z.number()),
  typeName: word,
  orderNumber: word,
});

export type IikoTransaction = z.infer<typeof transaction>;

export const transactionsSchema = z.object({ transactions: rowsOrNone(transaction) });

const coupon = z.object({
  number: word,
  seriesName: optionalName,
  whenActivated: word,
  isDeleted: z.boolean().catch(false),
});

export type IikoCoupon = z.infer<typeof coupon>;

export const couponsSchema = z.object({ couponInfo: rowsOrNone(coupon) });

export const calculationSchema = z.object({
  loyaltyProgramResults: rowsOrNone(
    z.object({
      marketingCampaignId: id,
      name,
      discounts: rowsOrNone(z.object({ positionId: optionalId, discountSum: z.number() })),
    }),
  ),
  availablePayments: rowsOrNone(
    z.object({ maxSum: z.number(), walletInfos: rowsOrNone(z.object({ id, maxSum: z.number() })) }),
  ),
});

export type IikoCalculation = z.infer<typeof calculationSchema>;

export const webhookSettingsSchema = z.object({ webHooksUri: address });

/** Any answer that only confirms. */
export const acknowledgedSchema = z.object({});

/**
 * The shapes of iiko's error bodies in one: the Cloud's, the loyalty family's, and `{message,
 * details}`.
 */
export const errorBodySchema = z.object({
  correlationId: optionalId,
  error: word,
  errorDescription: words,
  code: word,
  errorCode: word,
  message: words,
  details: words,
});

export const webhookEventSchema = z.object({ eventType: told, organizationId: optionalId });

export const webhookOrderEventSchema = webhookEventSchema.extend({ eventInfo: orderInfoSchema });
