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
  rows,
  word,
  words,
} from "../values/iiko-fields";

/**
 * Everything that is read from iiko's answers, here and in the other modules, and no more. Unknown
 * fields are ignored, because iiko adds some every week without notice.
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

/** `code` is a word from an open list; some servers send a number. */
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

/** Covers many organizations; an unreadable part says nothing about orders outside it. */
export const deliveryFeedSchema = z.object({
  maxRevision: z.number(),
  ordersByOrganizations: rows(z.object({ organizationId: id, orders: rows(orderInfoSchema) })),
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
