import { z } from "zod";

import { flag, id, name, optionalId, rows, rowsOrNone } from "../values/iiko-fields";

const place = z.object({ id, name, isDeleted: flag });

export const citiesSchema = z.object({
  cities: rows(z.object({ organizationId: id, items: rowsOrNone(place) })),
});

export const streetsSchema = z.object({ streets: rows(place) });

export const cityChoiceSchema = z.object({
  organizations: rows(
    z.object({ id, defaultDeliveryCityId: optionalId, deliveryCityIds: rowsOrNone(id) }),
  ),
});
