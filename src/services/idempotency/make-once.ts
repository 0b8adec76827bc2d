import { type EntityManager } from "typeorm";

import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isStorable } from "../../domain/texts/storable-text";
import { isLonger } from "../../domain/texts/text-length";
import { Refused } from "../../errors";
import { hashOfInput } from "./hash-of-input";

export const LONGEST_KEY = 200;

/** A call that may be repeated. */
export interface Asked {
  /** Keys of different operations are independent of each other. */
  readonly operation: string;
  /** So are keys of different places: a branch, a promotion; "" where there is none. */
  readonly place: string;
  /** The caller's key; if null or omitted, every call counts as new. */
  readonly key: string | null | undefined;
  /** The field to which user errors about the key refer. */
  readonly field: readonly string[];
  /** The input that the key stands for, without the key itself. */
  readonly input: object;
}

/** The result, as ids and plain values. */
interface Made<R> {
  readonly result: R;
  /** Whether an earlier call made it. */
  readonly replayed: boolean;
}

const CLAIM = `
  insert into idempotency_keys (operation, place, key, input_hash) values ($1, $2, $3, $4)
  on conflict do nothing returning 1 as claimed`;
const FIND = `
  select input_hash as "inputHash", result from idempotency_keys
  where operation = $1 and place = $2 and key = $3`;
const NOTE = `
  update idempotency_keys set result = $4 where operation = $1 and place = $2 and key = $3`;

/**
 * Makes something, or returns what an earlier call with the same key made. Runs as part of `tx`, so
 * that a key is used up exactly when something was made. Of two simultaneous calls one waits for
 * the other.
 *
 * @param make its result is stored permanently as JSON
 * @throws {Refused} INVALID: not a valid key; IDEMPOTENCY_KEY_REUSED: the key stands for other
 *   input
 */
export async function makeOnce<R extends object>(
  tx: EntityManager,
  { operation, place, key, field, input }: Asked,
  make: () => Promise<R>,
): Promise<Made<R>> {
  if (key === null || key === undefined) return { result: await make(), replayed: false };
  if (key === "" || isLonger(key, LONGEST_KEY) || !isStorable(key)) throw malformed(field);
  const inputHash = hashOfInput(input);
  const claimed = await tx.query<unknown[]>(CLAIM, [operation, place, key, inputHash]);
  if (claimed.length > 0) {
    const result = await make();
    await tx.query(NOTE, [operation, place, key, JSON.stringify(result)]);
    return { result, replayed: false };
  }
  const [earlier] = await tx.query<{ inputHash: string; result: R }[]>(FIND, [
    operation,
    place,
    key,
  ]);
  if (earlier?.inputHash !== inputHash) throw reused(field);
  return { result: earlier.result, replayed: true };
}

function malformed(field: readonly string[]): Refused<UserError> {
  const message = {
    ru: `Ключ идемпотентности: от 1 до ${LONGEST_KEY} символов`,
    en: `An idempotency key has 1 to ${LONGEST_KEY} characters`,
  };
  return new Refused<UserError>([{ code: UserErrorCode.INVALID, field, message }]);
}

function reused(field: readonly string[]): Refused<UserError> {
  const message = {
    ru: "Этот ключ идемпотентности уже использован с другими данными",
    en: "This idempotency key was used with other input",
  };
  return new Refused<UserError>([{ code: UserErrorCode.IDEMPOTENCY_KEY_REUSED, field, message }]);
}
