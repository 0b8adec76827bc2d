import { type FastifyRequest } from "fastify";
import { type z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { parseRequest } from "../parse-request";

/** @throws {ApiRefusal} HTTP 400 naming the first invalid field */
export function readControlBody<Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): z.infer<Schema> {
  const text = typeof request.body === "string" && request.body !== "" ? request.body : "{}";
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiRefusal(400, "INVALID_BODY_JSON_FORMAT", "The request body is not JSON");
  }
  return parseRequest(schema, body);
}
