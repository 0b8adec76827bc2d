import { type UserError } from "../../../domain/errors/user-error";
import { isIdOf, type PosIds } from "../../../ports/pos/pos-ids";
import { invalid } from "../changes/branch-error";
import { type Place } from "./setting-field";

/**
 * The API's name for an id of any POS, beside the older one that UUIDs alone fit in:
 * terminalGroupId has terminalGroupIdInPos, posProductId has productIdInPos.
 */
export function nameInPos(name: string): string {
  const [, first = "", rest = ""] = /^pos([A-Z])(.*)$/.exec(name) ?? [];
  return first === "" ? `${name}InPos` : `${first.toLowerCase()}${rest}InPos`;
}

/** The place of the field that takes ids of any POS. */
export function placeInPos(at: Place): Place {
  return [...at.slice(0, -1), nameInPos(at.at(-1) ?? "")];
}

/** @param at the place of the older field */
export function idErrors(id: string, at: Place, ids: PosIds | null): UserError[] {
  if (ids === null || isIdOf(ids, id)) return [];
  const { what, example } = ids;
  const ru = `Так касса ничего не называет: её идентификатор — ${what.ru}. Пример: ${example}`;
  const en = `The POS names nothing so: an id of it is ${what.en}. Example: ${example}`;
  return [invalid(placeInPos(at), ru, en)];
}

/** One thing was named twice. @param at the place of the older field */
export function givenTwice(at: Place): UserError {
  const [older = "", newer = ""] = [at.at(-1), placeInPos(at).at(-1)];
  const ru = `Укажите или ${newer}, или ${older}, но не оба`;
  return invalid(placeInPos(at), ru, `Give either ${newer} or ${older}, not both`);
}

/** In the POS's one spelling; as it stands where nobody knows the POS. */
export function spelled(id: string, ids: PosIds | null): string {
  return ids?.read(id) ?? id;
}
