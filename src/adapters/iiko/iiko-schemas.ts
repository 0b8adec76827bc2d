import { z } from "zod";

/** What is read of iiko's answers, and no more. Unknown fields are ignored: iiko adds some every week without notice. */

const id = z.union([z.string().min(1), z.number()]).transform(String);

/** No date is later, in JavaScript. */
const LATEST_MS = 8.64e15;

const optionalText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === "" ? null : String(value)))
  .catch(null);

const name = optionalText.transform((value) => value?.trim() ?? "");

/** `true` only: some accounts send the words "true" and "false". */
const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true);

/** A list without the rows that cannot be read. */
function rows<Row>(row: z.ZodType<Row>) {
  return z.array(z.unknown()).transform((list) =>
    list.flatMap((entry) => {
      const parsed = row.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** iiko writes null, or nothing, for some empty lists. */
function rowsOrNone<Row>(row: z.ZodType<Row>) {
  return rows(row)
    .nullish()
    .transform((list) => list ?? []);
}

function optional<Value>(schema: z.ZodType<Value>) {
  return schema
    .nullish()
    .transform((value) => value ?? null)
    .catch(null);
}

const orderBody = z.object({
  status: optionalText,
  isDeleted: flag,
  number: optionalText,
  courierInfo: optional(z.object({ courier: optional(z.object({ name: optionalText, phone: optionalText })) })),
  cancelInfo: optional(
    z.object({ whenCancelled: optionalText, cause: optional(z.object({ name: optionalText })), comment: optionalText }),
  ),
  estimatedTime: optionalText,
  completeBefore: optionalText,
  whenCreated: optionalText,
  whenReceivedByApi: optionalText,
  whenConfirmed: optionalText,
  whenPrinted: optionalText,
  cookingStartTime: optionalText,
  whenCookingCompleted: optionalText,
  cookingFinishTime: optionalText,
  whenPacked: optionalText,
  whenSended: optionalText,
  whenDelivered: optionalText,
  whenClosed: optionalText,
  trackingLink: optionalText,
  movedToDeliveryId: optionalText,
  movedToOrganizationId: optionalText,
});

export type IikoOrderBody = z.infer<typeof orderBody>;

/** `code` is a word of an open list; some servers send a number. */
const errorInfo = z.object({ code: optionalText, message: optionalText, description: optionalText });

export const orderInfoSchema = z.object({
  id,
  organizationId: optionalText,
  posId: optionalText,
  timestamp: z.coerce.number().min(0).max(LATEST_MS).catch(0),
  creationStatus: optionalText,
  errorInfo: optional(errorInfo),
  order: optional(orderBody),
});

export type IikoOrderInfo = z.infer<typeof orderInfoSchema>;

export const createdDeliverySchema = z.object({ orderInfo: orderInfoSchema });

/** Strict about its rows: an order that cannot be read must not look like one that does not exist. */
export const deliveriesSchema = z.object({ orders: z.array(orderInfoSchema) });

/** Of many organizations; what cannot be read says nothing of orders that are not in it. */
export const deliveryFeedSchema = z.object({
  maxRevision: z.number(),
  ordersByOrganizations: rows(z.object({ organizationId: id, orders: rows(orderInfoSchema) })),
});

export const tokenSchema = z.object({ token: z.string().min(1) });

export const organizationsSchema = z.object({ organizations: rows(z.object({ id, name })) });

export const organizationSettingsSchema = z.object({
  organizations: rows(
    z.object({
      id,
      addressFormatType: optionalText,
      orderItemCommentEnabled: z
        .unknown()
        .optional()
        .transform((value) => (typeof value === "boolean" ? value : null)),
    }),
  ),
});

const organizationGroups = z.object({
  organizationId: id,
  items: rowsOrNone(z.object({ id, name, timeZone: optionalText })),
});

export const terminalGroupsSchema = z.object({
  terminalGroups: rows(organizationGroups),
  terminalGroupsInSleep: rowsOrNone(organizationGroups),
});

export const isAliveSchema = z.object({ isAliveStatus: rows(z.object({ terminalGroupId: id, isAlive: flag })) });

export const externalMenusSchema = z.object({
  externalMenus: rowsOrNone(z.object({ id, name })),
  priceCategories: rowsOrNone(z.object({ id, name })),
});

export const paymentTypesSchema = z.object({
  paymentTypes: rows(
    z.object({ id, name, paymentTypeKind: optionalText, paymentProcessingType: optionalText, isDeleted: flag }),
  ),
});

export const cancelCausesSchema = z.object({ cancelCauses: rows(z.object({ id, name, isDeleted: flag })) });

/** `exception` may have any shape. */
export const commandStatusSchema = z.object({
  state: z.string(),
  errorReason: optionalText,
  exception: z.looseObject({ message: optionalText }).nullish().catch(null),
});

export const discountsSchema = z.object({
  discounts: rows(
    z.object({ organizationId: id, items: rowsOrNone(z.object({ id, name, mode: optionalText, isDeleted: flag })) }),
  ),
});

export const orderTypesSchema = z.object({
  orderTypes: rows(
    z.object({
      organizationId: id,
      items: rowsOrNone(z.object({ id, name, orderServiceType: optionalText, isDeleted: flag })),
    }),
  ),
});

const stopListItems = rowsOrNone(
  z.object({
    productId: id,
    sizeId: optionalText,
    // Listed without a number: sold out.
    balance: z.coerce.number().default(0),
    dateAdd: optionalText,
  }),
);

/** Two lists named `items`, one in the other. Strict about groups: one that cannot be read must not look like an empty one. */
export const stopListsSchema = z.object({
  terminalGroupStopLists: z.array(
    z.object({
      organizationId: id,
      items: z
        .array(z.object({ terminalGroupId: id, items: stopListItems }))
        .nullish()
        .transform((groups) => groups ?? []),
    }),
  ),
});

/** Strict about its rows: a wallet that cannot be read must not look like one that is empty. */
export const customerSchema = z.object({
  id,
  walletBalances: z
    .array(z.object({ id, name, type: z.number().catch(-1), balance: z.number() }))
    .nullish()
    .transform((wallets) => wallets ?? []),
});

const transaction = z.object({
  id,
  walletId: optionalText,
  whenCreated: z.string(),
  sum: z.number(),
  balanceAfter: optional(z.number()),
  typeName: optionalText,
  orderNumber: optionalText,
});

export type IikoTransaction = z.infer<typeof transaction>;

export const transactionsSchema = z.object({ transactions: rowsOrNone(transaction) });

const coupon = z.object({
  number: optionalText,
  seriesName: optionalText,
  whenActivated: optionalText,
  isDeleted: z.boolean().catch(false),
});

export type IikoCoupon = z.infer<typeof coupon>;

export const couponsSchema = z.object({ couponInfo: rowsOrNone(coupon) });

export const calculationSchema = z.object({
  loyaltyProgramResults: rowsOrNone(
    z.object({
      marketingCampaignId: id,
      name,
      discounts: rowsOrNone(z.object({ positionId: optionalText, discountSum: z.number() })),
    }),
  ),
  availablePayments: rowsOrNone(
    z.object({ maxSum: z.number(), walletInfos: rowsOrNone(z.object({ id, maxSum: z.number() })) }),
  ),
});

export type IikoCalculation = z.infer<typeof calculationSchema>;

export const webhookSettingsSchema = z.object({ webHooksUri: optionalText });

/** Any answer that only confirms. */
export const acknowledgedSchema = z.object({});

/** The shapes of iiko's error bodies in one: the Cloud's, the loyalty family's, and `{message, details}`. */
export const errorBodySchema = z.object({
  correlationId: optionalText,
  error: optionalText,
  errorDescription: optionalText,
  code: optionalText,
  errorCode: optionalText,
  message: optionalText,
  details: optionalText,
});

export const webhookEventSchema = z.object({ eventType: z.string(), organizationId: optionalText });

export const webhookOrderEventSchema = webhookEventSchema.extend({ eventInfo: orderInfoSchema });
