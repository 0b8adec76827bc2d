import { z } from "zod";

import { callId, token, word, words } from "../values/iiko-fields";

export const tokenSchema = z.object({ token });

/** Any answer that only confirms. */
export const acknowledgedSchema = z.object({});

/**
 * The shapes of iiko's error bodies in one: the Cloud's, the loyalty family's, and `{message,
 * details}`.
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
