import { Scope } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { asCountry, isCountry } from "../../../domain/guests/country";
import { isStorable } from "../../../domain/texts/storable-text";
import { isLonger } from "../../../domain/texts/text-length";
import { keyOf, proseOf } from "../../../domain/texts/typed-text";
import { invalid, required } from "../changes/branch-error";
import { type InputPath } from "./setting-field";
import { SettingGroup, SettingKind } from "./setting-kind";
import { LONGEST } from "./settings-limits";
import { setting } from "./simple-kinds";
import { text } from "./text-kinds";

const group = SettingGroup.BRANCH;
const NO_NAME = { ru: "Укажите название", en: "A branch needs a name" };

/** Fields of the branch itself, which guests can see. */
export const BRANCH_FIELDS = {
  name: text(
    "name",
    {
      longest: LONGEST.name,
      readBy: Scope.PUBLIC,
      read: proseOf,
      userErrors: (name, at) => nameErrors(name.trim(), at),
      missing: NO_NAME,
    },
    {
      group,
      label: { ru: "Название", en: "Name" },
      explanation: {
        ru: "Так филиал называется у гостей и у операторов.",
        en: "Name of the branch, as guests and operators see it.",
      },
      shown: null,
      given: "Name that guests and operators see.",
    },
  ),
  timeZone: text(
    "timeZone",
    {
      longest: LONGEST.timeZone,
      readBy: Scope.PUBLIC,
      read: keyOf,
      userErrors: timeZoneErrors,
      missing: { ru: "Укажите часовой пояс", en: "A branch needs a time zone" },
    },
    {
      group,
      label: { ru: "Часовой пояс", en: "Time zone" },
      explanation: {
        ru: "По нему живёт касса филиала. Пример: Europe/Moscow.",
        en: "The zone that the branch's POS lives by. Example: Europe/Moscow.",
      },
      shown: null,
      given: "IANA time zone, for example Europe/Moscow.",
    },
  ),
  country: text(
    "country",
    {
      longest: LONGEST.country,
      readBy: Scope.PUBLIC,
      read: asCountry,
      userErrors: countryErrors,
      missing: { ru: "Укажите страну", en: "A branch needs a country" },
    },
    {
      group,
      label: { ru: "Страна", en: "Country" },
      explanation: {
        ru: "Две буквы ISO 3166, например RU: как гости пишут здесь номера телефонов без кода страны.",
        en: "Two letters of ISO 3166, for example RU: how guests here write phone numbers without a country code.",
      },
      shown: null,
      given:
        "Country as an ISO 3166-1 alpha-2 code, for example RU. It determines how phone numbers are read.",
    },
  ),
  published: setting<boolean, boolean, "published">(
    {
      group,
      label: { ru: "Виден гостям", en: "Shown to guests" },
      explanation: {
        ru: "Выключено: для гостей филиала нет, ни в списке, ни по ссылке, и заказов они в нём не делают. Сотрудники работают в нём как обычно.",
        en: "Off: the branch does not exist for guests, neither in lists nor by its id, and they order nothing there. Staff work with it as ever.",
      },
      shown: null,
      given:
        "Whether guests may see the branch and order there; null means true. Orders that were taken already go on.",
    },
    { column: "published", kind: SettingKind.FLAG, standard: true, readBy: Scope.PUBLIC },
  ),
} as const;

/** @param name already trimmed */
export function nameErrors(name: string, at: InputPath): UserError[] {
  if (name === "") return [required(at, NO_NAME.ru, NO_NAME.en)];
  if (/\p{Cc}/u.test(name) || !isStorable(name)) {
    const en = "The name has characters that cannot be printed";
    return [invalid(at, "В названии есть непечатаемые знаки", en)];
  }
  if (!isLonger(name, LONGEST.name)) return [];
  const ru = `Название длиннее ${LONGEST.name} знаков`;
  return [invalid(at, ru, `The name is longer than ${LONGEST.name} characters`)];
}

export function timeZoneErrors(timeZone: string, at: InputPath): UserError[] {
  if (isTimeZone(timeZone)) return [];
  const ru = "Нет такого часового пояса. Пример: Europe/Moscow";
  return [invalid(at, ru, "No such time zone. Example: Europe/Moscow")];
}

export function countryErrors(country: string, at: InputPath): UserError[] {
  if (isCountry(country)) return [];
  const ru = "Нет такой страны: нужны две буквы ISO 3166. Пример: RU";
  return [invalid(at, ru, "No such country: two letters of ISO 3166. Example: RU")];
}

/**
 * Offsets such as +03:00, which Intl also accepts, are refused because they ignore daylight saving
 * changes.
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
