import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isIdOf, type PosIds } from "../../ports/pos/pos-ids";
import { type WantedOrder } from "./wanted-order";

const FIELD = "address.streetIdInPos";

/**
 * What is wrong with the id of the address's street.
 *
 * @param ids of the branch's POS; undefined: this version does not know it
 */
export function streetErrors({ address }: WantedOrder, ids: PosIds | undefined): UserError[] {
  const id = address?.posStreetId ?? null;
  if (id === null || !ids || isIdOf(ids, id)) return [];
  const { what, example } = ids;
  const ru = `Таких идентификаторов улиц у кассы нет: это должен быть ${what.ru}. Пример: ${example}`;
  const en = `This is no street id of the POS: each is ${what.en}. Example: ${example}`;
  return [inputError(UserErrorCode.INVALID, FIELD, ru, en)];
}

/** By both of its names in the API. */
export function streetGivenTwice(): UserError {
  const ru = "Укажите или streetIdInPos, или posStreetId, но не оба";
  const en = "Give either streetIdInPos or posStreetId, not both";
  return inputError(UserErrorCode.INVALID, FIELD, ru, en);
}
