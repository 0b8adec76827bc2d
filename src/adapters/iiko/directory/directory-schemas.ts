import { z } from "zod";

import { flag, id, name, optionalId, rows, rowsOrNone, word } from "../values/iiko-fields";

export const organizationsSchema = z.object({ organizations: rows(z.object({ id, name })) });

/** null for anything that is neither true nor false. */
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
