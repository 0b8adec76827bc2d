import { LONGEST_KEY } from "../../services/idempotency/make-once";

/** Options for an optional key, to be passed to @Arg and @Field of each of them. */
export const IDEMPOTENCY_KEY = {
  nullable: true,
  description:
    "Makes the call safe to repeat: same key + same input returns what the first call made, for ever; same key + other input is refused with IDEMPOTENCY_KEY_REUSED. If omitted, each call makes another one.",
} as const;

export const KEY_LENGTH = { characters: LONGEST_KEY, asUserError: true } as const;
