import { type z } from "zod";

import { ApiRefusal } from "./api-refusal";

/**
 * Reads a request body as iiko does: ignores unknown fields and refuses a missing or malformed one.
 *
 * @throws {ApiRefusal} HTTP 400 naming the first wrong field
 */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new ApiRefusal(
    400,
    "INVALID_BODY_JSON_FORMAT",
    `${field || "body"}: ${issue?.message ?? "is malformed"}`,
  );
}
