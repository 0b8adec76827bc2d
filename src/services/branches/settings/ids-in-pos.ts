import { type UserError } from "../../../domain/errors/user-error";
import { isIdOf, type PosIds } from "../../../ports/pos/pos-ids";
import { invalid } from "../changes/branch-error";
import { type InputPath } from "./setting-field";

/**
 * The API's name for an id of any POS, alongside the older one that only accepts UUIDs:
 * terminalGroupId has terminalGroupIdInPos, posProductId has productIdInPos.
 */
export function nameInPos(name: string): string {
  const [, first = "", rest = ""] = /^pos([A-Z])(.*)$/.exec(name) ?? [];
  return first === "" ? `${name}InPos` : `${first.toLowerCase()}${rest}InPos`;
}

/** The path of the field that accepts ids of any POS. */
export function pathInPos(at: InputPath): InputPath {
  return [...at.slice(0, -1), nameInPos(at.at(-1) ?? "")];
}

/** @param at the path of the older field */
export function idErrors(id: string, at: InputPath, ids: PosIds | null): UserError[] {
  if (ids === null || isIdOf(ids, id)) return [];
  const { what, example } = ids;
  const ru = `Таких идентификаторов у кассы нет: это должен быть ${what.ru}. Пример: ${example}`;
  const en = `This is no id of the POS: each is ${what.en}. Example: ${example}`;
  return [invalid(pathInPos(at), ru, en)];
}

/** The same thing was given under two of its names. @param at the path of the newer one */
export function givenTwice(at: InputPath, older: string): UserError {
  const newer = at.at(-1) ?? "";
  const ru = `Укажите или ${newer}, или ${older}, но не оба`;
  return invalid(at, ru, `Give either ${newer} or ${older}, not both`);
}

/** In the canonical spelling of the POS; unchanged if the POS is not known. */
export function spelled(id: string, ids: PosIds | null): string {
  return ids?.read(id) ?? id;
}
