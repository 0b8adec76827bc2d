import { z } from "zod";

import {
  id,
  optional,
  optionalId,
  optionalName,
  point,
  rowsOrNone,
  word,
} from "../values/iiko-fields";

const allowed = z.object({ terminalGroupId: id, zone: optionalName });

const rejected = z.object({ terminalGroupId: optionalId, zone: optionalName, rejectCode: word });

/** Answer to `delivery_restrictions/allowed`, without its details on sums and times. */
export const allowedSchema = z.object({
  location: optional(point),
  allowedItems: rowsOrNone(allowed),
  rejectedItems: rowsOrNone(rejected),
});

export type IikoAllowed = z.infer<typeof allowedSchema>;
