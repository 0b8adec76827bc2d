import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isIdOf, type PosIds } from "../../ports/pos/pos-ids";
import { type WantedOrder } from "./wanted-order";

const FIELD = "address.streetIdInPos";

/**
 * Errors in the street id of the address.
 *
 * @param ids of the branch's POS; undefined: this version does not know the POS
 */
export function streetErrors({ address }: WantedOrder, ids: PosIds | undefined): UserError[] {
  const id = address?.posStreetId ?? null;
  if (id === null || !ids || isIdOf(ids, id)) return [];
  const { what, example } = ids;
  const ru = `Таких идентификаторов улиц у кассы нет: это должен быть ${what.ru}. Пример: ${example}`;
  const en = `This is no street id of the POS: each is ${what.en}. Example: ${example}`;
  return [inputError(UserErrorCode.INVALID, FIELD, ru, en)];
}

/** The street was given under both of its API names. */
export function streetGivenTwice(): UserError {
  const ru = "Укажите или streetIdInPos, или posStreetId, но не оба";
  const en = "Give either streetIdInPos or posStreetId, not both";
  return inputError(UserErrorCode.INVALID, FIELD, ru, en);
}
