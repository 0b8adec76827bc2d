import { z } from "zod";

import { id, optional, optionalId, optionalName, rowsOrNone, word } from "../values/iiko-fields";

const location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const allowed = z.object({ terminalGroupId: id, zone: optionalName });

const rejected = z.object({ terminalGroupId: optionalId, zone: optionalName, rejectCode: word });

/** Of `delivery_restrictions/allowed`, without what is told of sums and times. */
export const allowedSchema = z.object({
  location: optional(location),
  allowedItems: rowsOrNone(allowed),
  rejectedItems: rowsOrNone(rejected),
});

export type IikoAllowed = z.infer<typeof allowedSchema>;
