import { z } from "zod";

const text = (max: number) => z.string().max(max).nullish();
const id = z.guid();

const modifierSchema = z.object({
  productId: id,
  amount: z.number().min(0).max(999.999),
  productGroupId: id.nullish(),
  price: z.number().nullish(),
  positionId: id.nullish(),
});

const lineFields = {
  amount: z.number().min(0).max(999.999),
  productSizeId: id.nullish(),
  comboInformation: z
    .object({
      comboId: id,
      comboSourceId: id,
      comboGroupId: id,
      comboGroupName: z.string().nullish(),
    })
    .nullish(),
  comment: z.string().nullish(),
};

const componentSchema = z.object({
  productId: id,
  modifiers: z.array(modifierSchema).nullish(),
  price: z.number().nullish(),
  positionId: id.nullish(),
});

const itemSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("Product"),
    ...lineFields,
    productId: id,
    price: z.number().min(0),
    modifiers: z.array(modifierSchema).nullish(),
    positionId: id.nullish(),
  }),
  z.object({
    type: z.literal("Compound"),
    ...lineFields,
    primaryComponent: componentSchema,
    secondaryComponent: componentSchema.nullish(),
    commonModifiers: z.array(modifierSchema).nullish(),
  }),
]);

const paymentSchema = z.object({
  paymentTypeKind: z.enum(["Cash", "Card", "LoyaltyCard", "External"]),
  sum: z.number().min(0).max(1e10),
  paymentTypeId: id,
  isProcessedExternally: z.boolean().optional(),
  paymentAdditionalData: z
    .object({
      type: z.string().optional(),
      credential: z.string().nullish(),
      searchScope: z.string().nullish(),
    })
    .nullish(),
  isFiscalizedExternally: z.boolean().optional(),
  isPrepay: z.boolean().optional(),
});

const discountSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("RMS"),
    discountTypeId: id,
    sum: z.number().nullish(),
    selectivePositions: z.array(id).nullish(),
  }),
  z.object({
    type: z.literal("iikoCard"),
    programId: id,
    programName: z.string(),
    discountItems: z.array(z.object({ positionId: id, sum: z.number(), amount: z.number() })),
  }),
]);

const addressFields = {
  flat: text(100),
  entrance: text(10),
  floor: text(10),
  doorphone: text(10),
  regionId: id.nullish(),
};

const addressSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("legacy"),
    ...addressFields,
    street: z.object({ classifierId: text(255), id: id.nullish(), name: text(60), city: text(60) }),
    house: z.string().max(100),
    building: text(10),
    index: text(10),
  }),
  z.object({ type: z.literal("city"), ...addressFields, line1: z.string().max(250) }),
]);

const customerSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("regular"),
    id: id.nullish(),
    name: text(60),
    surname: text(60),
    comment: text(60),
    birthdate: z.string().nullish(),
    email: z.string().nullish(),
    gender: z.enum(["NotSpecified", "Male", "Female"]).optional(),
  }),
  z.object({ type: z.literal("one-time"), name: z.string().max(60) }),
]);

const orderSchema = z.object({
  id: id.nullish(),
  externalNumber: text(50),
  completeBefore: z.string().nullish(),
  phone: z.string(),
  phoneExtension: text(10),
  orderTypeId: id.nullish(),
  orderServiceType: z.enum(["DeliveryByCourier", "DeliveryByClient"]).nullish(),
  deliveryPoint: z
    .object({
      coordinates: z.object({ latitude: z.number(), longitude: z.number() }).nullish(),
      address: addressSchema.nullish(),
      externalCartographyId: text(100),
      comment: text(500),
    })
    .nullish(),
  comment: z.string().nullish(),
  customer: customerSchema.nullish(),
  guests: z
    .object({ count: z.number().int(), splitBetweenPersons: z.boolean().nullish() })
    .nullish(),
  marketingSourceId: id.nullish(),
  deliveryDuration: z.number().int().nullish(),
  deliveryZone: z.string().nullish(),
  priceCategoryId: id.nullish(),
  menuId: z.string().nullish(),
  items: z.array(itemSchema),
  combos: z
    .array(
      z.object({
        id,
        name: z.string(),
        amount: z.number().int(),
        price: z.number(),
        sourceId: id,
        sizeId: id.nullish(),
      }),
    )
    .nullish(),
  payments: z.array(paymentSchema).nullish(),
  tips: z.array(paymentSchema.extend({ tipsTypeId: id.nullish() })).nullish(),
  sourceKey: z.string().nullish(),
  discountsInfo: z
    .object({
      card: z.object({ track: z.string() }).nullish(),
      discounts: z.array(discountSchema).nullish(),
      fixedLoyaltyDiscounts: z.boolean().nullish(),
    })
    .nullish(),
  loyaltyInfo: z
    .object({ coupon: z.string().nullish(), applicableManualConditions: z.array(id).nullish() })
    .nullish(),
  externalData: z
    .array(z.object({ key: z.string(), value: z.string(), isPublic: z.boolean().optional() }))
    .nullish(),
});

/** The body of `deliveries/create`, as far as iiko refuses a malformed one with HTTP 400. */
export const createRequestSchema = z.object({
  organizationId: id,
  terminalGroupId: id.nullish(),
  createOrderSettings: z
    .object({
      transportToFrontTimeout: z.number().int().min(0).nullish(),
      checkStopList: z.boolean().optional(),
    })
    .nullish(),
  order: orderSchema,
});

/** The part of the body of `loyalty/iiko/calculate` that the sandbox reads. */
export const calculateRequestSchema = z.object({
  organizationId: id,
  order: orderSchema,
  availablePaymentMarketingCampaignIds: z.array(id).nullish(),
});

export type CreateRequest = z.infer<typeof createRequestSchema>;
export type RequestedOrder = z.infer<typeof orderSchema>;
export type RequestedItem = z.infer<typeof itemSchema>;
export type RequestedModifier = z.infer<typeof modifierSchema>;
export type RequestedPayment = z.infer<typeof paymentSchema>;
