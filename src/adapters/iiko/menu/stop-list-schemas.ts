import { z } from "zod";

import { allRows, id, optionalId, orNone, rowsOrNone, word } from "../values/iiko-fields";

const stopListItems = rowsOrNone(
  z.object({
    productId: id,
    sizeId: optionalId,
    // Listed without a number means sold out.
    balance: z.coerce.number().default(0),
    dateAdd: word,
  }),
);

/**
 * Two lists named `items`, one inside the other. Strict about groups: one that cannot be read must
 * not look like an empty one.
 */
export const stopListsSchema = z.object({
  terminalGroupStopLists: allRows(
    z.object({
      organizationId: id,
      items: orNone(allRows(z.object({ terminalGroupId: id, items: stopListItems }))),
    }),
  ),
});
