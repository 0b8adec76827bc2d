import { z } from "zod";

import { callId, token, word, words } from "../values/iiko-fields";

export const tokenSchema = z.object({ token });

/** An answer that only confirms the request. */
export const acknowledgedSchema = z.object({});

/**
 * Combines the shapes of iiko's error bodies: those of the Cloud, those of the loyalty endpoints,
 * and `{message, details}`.
 */
export const errorBodySchema = z.object({
  correlationId: callId,
  error: word,
  errorDescription: words,
  code: word,
  errorCode: word,
  message: words,
  details: words,
});
