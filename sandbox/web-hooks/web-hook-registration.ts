import { z } from "zod";

const updates = z.object({ updates: z.boolean().optional() }).nullish();
const orders = z
  .object({
    orderStatuses: z.array(z.string()).nullish(),
    itemStatuses: z.array(z.string()).nullish(),
    errors: z.boolean().optional(),
    returnedExternalDataKeys: z.array(z.string()).nullish(),
  })
  .nullish();

export const webHooksFilterSchema = z.object({
  deliveryOrderFilter: orders,
  tableOrderFilter: orders,
  reserveFilter: z
    .object({ updates: z.boolean().optional(), errors: z.boolean().optional() })
    .nullish(),
  stopListUpdateFilter: updates,
  personalShiftFilter: updates,
  nomenclatureUpdateFilter: updates,
  businessHoursAndMappingUpdateFilter: updates,
});

/** iiko keeps exactly one per key and organization; a later one replaces it. */
export interface WebHookRegistration {
  key: string;
  organizationId: string;
  uri: string;
  authToken: string | null;
  /** null sends everything. */
  filter: z.infer<typeof webHooksFilterSchema> | null;
}
