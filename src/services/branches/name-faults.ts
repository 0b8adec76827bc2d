import { isStorable } from "../../domain/texts/storable-text";
import { isLonger } from "../../domain/texts/text-length";
import { type UserFault } from "../../domain/faults/user-fault";
import { invalid, required } from "./changes/branch-fault";
import { LONGEST } from "./settings-limits";

const FIELD = ["input", "name"];

/** @param name without spaces around it */
export function nameFaults(name: string): UserFault[] {
  if (name === "") return [required(FIELD, "Укажите название", "A branch needs a name")];
  if (/\p{Cc}/u.test(name) || !isStorable(name)) {
    return [
      invalid(
        FIELD,
        "В названии есть непечатаемые знаки",
        "The name has characters that cannot be printed",
      ),
    ];
  }
  if (!isLonger(name, LONGEST.name)) return [];
  return [
    invalid(
      FIELD,
      `Название длиннее ${LONGEST.name} знаков`,
      `The name is longer than ${LONGEST.name} characters`,
    ),
  ];
}
