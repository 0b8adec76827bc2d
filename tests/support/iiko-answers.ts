import { type z } from "zod";

import { acknowledgedSchema } from "../../src/adapters/iiko/connection/answer-schemas";
import { readAnswer } from "../../src/adapters/iiko/connection/iiko-answer";
import { type IikoRequest } from "../../src/adapters/iiko/connection/iiko-http";

const NOW = new Date("2026-10-12T12:00:00Z");
export const ORDER: IikoRequest = {
  path: "/api/1/deliveries/create",
  body: { order: { id: "o-1" } },
  mutates: true,
};
export const LOOK: IikoRequest = {
  path: "/api/1/deliveries/by_id",
  body: { orderIds: ["o-1"] },
};

const anySchema: z.ZodType = acknowledgedSchema;

/**
 * Reads an answer of iiko to a request, as the gateway does. @throws the error that the gateway
 * turns it into
 */
export function readIikoAnswer(
  body: string,
  { status = 200, request = ORDER, schema = anySchema } = {},
) {
  const answer = {
    status,
    contentType: "application/json",
    retryAfter: null,
    body: Buffer.from(body),
    date: null,
  };
  return readAnswer(request, answer, schema, NOW);
}

/** Returns what reading throws. */
export function failureOf<Failure extends Error>(read: () => unknown): Failure {
  try {
    read();
  } catch (error) {
    return error as Failure;
  }
  throw new Error("It was read");
}
