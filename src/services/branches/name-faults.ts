import { isStorable } from "../../domain/storable-text";
import { type UserFault } from "../../domain/user-fault";
import { invalid, required } from "./branch-fault";

const FIELD = ["input", "name"];

/** @param name without spaces around it */
export function nameFaults(name: string): UserFault[] {
  if (name === "") return [required(FIELD, "Укажите название", "A branch needs a name")];
  if (/\p{Cc}/u.test(name) || !isStorable(name)) {
    return [invalid(FIELD, "В названии есть непечатаемые знаки", "The name has characters that cannot be printed")];
  }
  if (Array.from(name).length <= 100) return [];
  return [invalid(FIELD, "Название длиннее 100 знаков", "The name is longer than 100 characters")];
}
