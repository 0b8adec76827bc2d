import {
  type CountryCode,
  getCountryCallingCode,
  validatePhoneNumberLength,
} from "libphonenumber-js/max";

import { type Text } from "../texts/locale";
import { ofNeighbour } from "./former-phone";

/** What keeps a text from being a phone. */
export enum PhoneProblem {
  /** Anything other than digits and their separators. */
  LETTERS = "LETTERS",
  EXTENSION = "EXTENSION",
  SEVERAL = "SEVERAL",
  TOO_SHORT = "TOO_SHORT",
  TOO_LONG = "TOO_LONG",
  NO_AREA_CODE = "NO_AREA_CODE",
  UNKNOWN_CODE = "UNKNOWN_CODE",
  NO_SUCH = "NO_SUCH",
}

/** Number of digits after the country code. */
const DIGITS = new Map(
  Object.entries({
    7: 10,
    373: 8,
    374: 8,
    375: 9,
    380: 9,
    992: 9,
    993: 8,
    994: 9,
    995: 9,
    996: 9,
    998: 9,
  }),
);

/** The maximum number of digits in a city's local numbers. */
const LONGEST_LOCAL = 7;
const FEWEST_LOCAL = 5;

/**
 * Returns why no reading of the digits is a phone. @param isAbroad whether they begin, or should
 * begin, with a country's code
 */
export function problemOf(digits: string, isAbroad: boolean, country: CountryCode): PhoneProblem {
  if (!isAbroad && digits.length >= FEWEST_LOCAL && digits.length <= LONGEST_LOCAL)
    return PhoneProblem.NO_AREA_CODE;
  const { code, own } = ofNeighbour(isAbroad ? digits : getCountryCallingCode(country) + digits);
  const usual = DIGITS.get(code);
  if (usual !== undefined) {
    // The library knows service numbers of other lengths, with which nobody orders. No area code
    // begins with 89: that is a trunk prefix.
    const whole = code === "7" ? own.replace(/^89/, "9") : own;
    if (whole.length !== usual)
      return whole.length < usual ? PhoneProblem.TOO_SHORT : PhoneProblem.TOO_LONG;
    return PhoneProblem.NO_SUCH;
  }
  const length = isAbroad
    ? validatePhoneNumberLength(`+${digits}`)
    : validatePhoneNumberLength(digits, country);
  switch (length) {
    case undefined:
      return PhoneProblem.NO_SUCH;
    case "TOO_LONG":
      return PhoneProblem.TOO_LONG;
    case "INVALID_COUNTRY":
      return PhoneProblem.UNKNOWN_CODE;
    case "INVALID_LENGTH":
      return PhoneProblem.NO_SUCH;
    default:
      return PhoneProblem.TOO_SHORT;
  }
}

/** Examples as people in that country write a phone. */
const EXAMPLES: Readonly<Record<string, string>> = {
  RU: "+7 900 123-45-67",
  KZ: "+7 701 123-45-67",
  BY: "+375 29 123-45-67",
  UZ: "+998 90 123-45-67",
  AM: "+374 91 123-456",
  GE: "+995 595 12-34-56",
  KG: "+996 555 123-456",
  AZ: "+994 50 123-45-67",
};

/** Returns the text for the person who entered it. @param country of the branch */
export function phoneProblemText(problem: PhoneProblem, country: string): Text {
  const example = EXAMPLES[country] ?? exampleOf(country);
  const { ru, en } = REASONS[problem];
  return { ru: `${ru}; пример: ${example}`, en: `${en}; example: ${example}` };
}

function exampleOf(country: string): string {
  return `+${getCountryCallingCode(country as CountryCode)} …`;
}

const REASONS: Readonly<Record<PhoneProblem, Text>> = {
  LETTERS: {
    ru: "Неверный телефон: только цифры, пробелы, скобки и дефисы",
    en: "Not a phone number: digits, spaces, brackets and dashes only",
  },
  EXTENSION: {
    ru: "Неверный телефон: нужен номер без добавочного, чтобы курьер мог позвонить",
    en: "Not a phone number that can be called: write it without an extension",
  },
  SEVERAL: {
    ru: "Неверный телефон: нужен один номер",
    en: "Not one phone number: write a single one",
  },
  TOO_SHORT: {
    ru: "Неверный телефон: не хватает цифр",
    en: "Not a phone number: it has too few digits",
  },
  TOO_LONG: {
    ru: "Неверный телефон: слишком много цифр",
    en: "Not a phone number: it has too many digits",
  },
  NO_AREA_CODE: {
    ru: "Неверный телефон: нужен номер с кодом города или оператора",
    en: "Not a whole phone number: write it with its area code",
  },
  UNKNOWN_CODE: {
    ru: "Неверный телефон: нет страны с таким кодом",
    en: "Not a phone number: no country has this code",
  },
  NO_SUCH: {
    ru: "Неверный телефон: таких номеров нет",
    en: "Not a phone number: no such number exists",
  },
};
