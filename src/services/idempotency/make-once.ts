import { type EntityManager } from "typeorm";

import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isStorable } from "../../domain/texts/storable-text";
import { isLonger } from "../../domain/texts/text-length";
import { Refused } from "../../errors";
import { hashOfInput } from "./hash-of-input";

export const LONGEST_KEY = 200;

/** What may be repeated. */
export interface Asked {
  /** Keys of different operations have nothing to do with each other. */
  readonly operation: string;
  /** Keys of different places neither: a branch, a promotion; "" where there is none. */
  readonly place: string;
  /** Of the caller; null or left out: whatever comes is new. */
  readonly key: string | null | undefined;
  /** Where a user error of the key is told. */
  readonly field: readonly string[];
  /** What the key stands for, itself left out. */
  readonly input: object;
}

/** What came of it, by ids and plain values. */
interface Made<R> {
  readonly result: R;
  /** An earlier call has made it. */
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
 * Makes something, or tells what an earlier call of the same key has made: as part of `tx`, so that
 * a key is used up exactly when something was made. Two calls at once wait for each other.
 *
 * @param make its result is kept as JSON for good
 * @throws {Refused} INVALID: no such key; IDEMPOTENCY_KEY_REUSED: the key stands for other input
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
