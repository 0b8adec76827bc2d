import { z } from "zod";

import {
  allRows,
  flag,
  id,
  name,
  optional,
  optionalId,
  orNone,
  point,
  rows,
} from "../values/iiko-fields";

/** iiko's int32; no real minute, sum or position in a line is larger. */
const MOST = 2 ** 31;

/** Seven bits: whichever of them is Monday, this is all of them. */
export const ALL_DAYS = 127;

const whole = z.number().int().min(-MOST).max(MOST);
const minute = optional(
  z
    .number()
    .int()
    .min(0)
    .max(2 * 1440),
);
const minutes = optional(
  z
    .number()
    .int()
    .min(0)
    .max(7 * 1440),
);
const sum = optional(z.number().min(0).max(MOST));

const binding = z.object({
  streetId: id,
  houses: z.object({
    type: whole,
    startingNumber: optional(whole),
    maxNumber: optional(whole),
    isUnlimitedRange: flag,
    specificNumbers: orNone(rows(z.string().max(50))),
  }),
});

const restriction = z.object({
  minSum: sum,
  terminalGroupId: optionalId,
  organizationId: optionalId,
  zone: optional(name),
  weekMap: whole.catch(ALL_DAYS),
  from: minute,
  to: minute,
  priority: whole.catch(0),
  deliveryDurationInMinutes: minutes,
  deliveryServiceProductId: optionalId,
});

/**
 * Strict about areas and restrictions: one that cannot be read must not look as if there were none.
 */
export const restrictionsSchema = z.object({
  deliveryRestrictions: rows(
    z.object({
      organizationId: id,
      defaultDeliveryDurationInMinutes: minutes,
      useSameDeliveryDuration: flag,
      defaultMinSum: sum,
      useSameMinSum: flag,
      defaultFrom: minute,
      defaultTo: minute,
      useSameWorkTimeInterval: flag,
      useSameRestrictionsOnAllWeek: flag,
      addDeliveryServiceCost: flag,
      defaultDeliveryServiceProductId: optionalId,
      useSameDeliveryServiceProduct: flag,
      useExternalAssignationService: flag,
      restrictions: orNone(allRows(restriction)),
      deliveryZones: orNone(
        allRows(
          z.object({
            name,
            // Leaving out an unreadable point would change the shape, so the whole answer is
            // rejected.
            coordinates: orNone(allRows(point)),
            addresses: orNone(rows(binding)),
          }),
        ),
      ),
    }),
  ),
});

export type IikoRestrictions = z.infer<typeof restrictionsSchema>["deliveryRestrictions"][number];
export type IikoRestriction = IikoRestrictions["restrictions"][number];
export type IikoBinding = IikoRestrictions["deliveryZones"][number]["addresses"][number];
