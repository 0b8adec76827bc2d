import { z } from "zod";

import { orderInfoSchema } from "../orders/order-schemas";
import { address, optionalId, told } from "../values/iiko-fields";

export const webhookSettingsSchema = z.object({ webHooksUri: address });

export const webhookEventSchema = z.object({ eventType: told, organizationId: optionalId });

export const webhookOrderEventSchema = webhookEventSchema.extend({ eventInfo: orderInfoSchema });
