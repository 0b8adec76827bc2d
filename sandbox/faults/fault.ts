import { z } from "zod";

const milliseconds = z.number().min(0);

/**
 * What may go wrong. The first group of faults affects an HTTP response, the second the life of a
 * created order, the third a web hook. With `afterWork` the operation takes place before its
 * response is lost.
 */
const faultKindSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.number().int().min(400).max(599),
    body: z.unknown().optional(),
    retryAfterSeconds: z.number().optional(),
    afterWork: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("delay"), ms: milliseconds, afterWork: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("hang"), afterWork: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("drop-before") }),
  z.strictObject({ kind: z.literal("drop-after") }),
  z.strictObject({ kind: z.literal("truncate") }),
  z.strictObject({
    kind: z.literal("html"),
    status: z.number().int(),
    afterWork: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("rate-limit"), retryAfterSeconds: z.number().optional() }),
  z.strictObject({ kind: z.literal("huge"), bytes: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal("unauthorized") }),
  /** For VK, which refuses with HTTP 200 and a number. */
  z.strictObject({ kind: z.literal("refusal"), code: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal("late-acceptance"), ms: milliseconds }),
  z.strictObject({
    kind: z.literal("creation-error"),
    code: z.string(),
    message: z.string().nullish(),
  }),
  z.strictObject({ kind: z.literal("stay-in-progress"), ms: milliseconds }),
  z.strictObject({ kind: z.literal("webhook-loss") }),
  z.strictObject({ kind: z.literal("webhook-duplicate") }),
  z.strictObject({ kind: z.literal("webhook-reorder") }),
]);

export type Fault = z.infer<typeof faultKindSchema>;
export type CreationFault = Extract<
  Fault,
  { kind: "late-acceptance" | "creation-error" | "stay-in-progress" }
>;
export type WebHookFault = Extract<
  Fault,
  { kind: "webhook-loss" | "webhook-duplicate" | "webhook-reorder" }
>;
export type AnswerFault = Exclude<Fault, CreationFault | WebHookFault>;

export const plannedFaultSchema = z.strictObject({
  /** An exact path, `smtp`, `telegram` or `vk`; any path below /api if omitted. */
  path: z.string().optional(),
  /** Only calls that name this organization; applies to faults of a response. */
  organizationId: z.string().optional(),
  /** How often it strikes; 0 means until it is cleared. */
  times: z.number().int().min(0).optional(),
  fault: faultKindSchema,
});

export type PlannedFault = z.infer<typeof plannedFaultSchema>;

export function isCreationFault(fault: Fault): fault is CreationFault {
  return ["late-acceptance", "creation-error", "stay-in-progress"].includes(fault.kind);
}

export function isWebHookFault(fault: Fault): fault is WebHookFault {
  return fault.kind.startsWith("webhook-");
}

export function isAnswerFault(fault: Fault): fault is AnswerFault {
  return !isCreationFault(fault) && !isWebHookFault(fault);
}
