import { type UserFault } from "../../domain/faults/user-fault";
import { invalid } from "./changes/branch-fault";
import { LONGEST } from "./settings-limits";

export function timeZoneFaults(timeZone: string): UserFault[] {
  if (isTimeZone(timeZone)) return [];
  const [ru, en] = [
    "Нет такого часового пояса. Пример: Europe/Moscow",
    "No such time zone. Example: Europe/Moscow",
  ];
  return [invalid(["input", "timeZone"], ru, en)];
}

/**
 * Offsets such as +03:00, which Intl takes too, are refused: they know nothing of clock changes.
 */
function isTimeZone(text: string): boolean {
  if (text.length > LONGEST.timeZone || !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(text))
    return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
