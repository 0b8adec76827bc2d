import {
  type CountryCode,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

import { type Text } from "../texts/locale";
import { keyOf } from "../texts/typed-text";
import { isCountry, USUAL_COUNTRY } from "./country";
import { formerPhone, ofNeighbour } from "./former-phone";
import { PhoneProblem, phoneProblemText, problemOf } from "./phone-problem";

/** Maximum length of a phone in any usual spelling. */
export const LONGEST_PHONE = 100;

/** A phone in E.164 form, or what keeps a text from being one. */
export type ReadPhone = { readonly phone: string } | { readonly problem: PhoneProblem };

/** What contact lists, links and people put around a number. */
const LABEL =
  /^(?:(?:tel|callto|sms|whatsapp):(?:\/\/)?|(?:телефон|тел|моб|т|tel|phone|mobile|mob)[.:]{0,2})\s*(?=[+(\d])/iu;
const AROUND = /^[\s"'.,;:<([]+(?=[+\d(])|(?<![\s"'.,;:>\]])[\s"'.,;:>\]]+$/g;
/** Separates a second number from the digits of the first. */
const SEPARATORS = /[,;/|]|\s(?:или|or|и|and)\s/iu;
const EXTENSION = /\d[\s,;.()-]*(?:доб|вн|ext|[xх#*])|\d[\s)]*[,;]+\s*\d{1,6}$/iu;
const OF_PHONES = /^[\d\s()+./-]+$/;
/** Maximum length of a mask in front of a pasted number. */
const LONGEST_MASK = 4;
const FEWEST_WITH_CODE = 11;

/**
 * Reads a phone as the guests of a branch write it: with or without the country's code, with its
 * trunk prefix, its international prefix (8~10, 00), or both mixed up. Numbers of other countries
 * are accepted as well, with their country's code.
 *
 * @param country ISO 3166-1 alpha-2, of the branch
 */
export function readPhone(text: string, country: string = USUAL_COUNTRY): ReadPhone {
  if (text.length > LONGEST_PHONE) return { problem: PhoneProblem.TOO_LONG };
  const written = keyOf(text).replace(LABEL, "").replace(AROUND, "");
  const parts = written.split(SEPARATORS).filter((part) => part.replace(/\D/g, "").length >= 7);
  if (parts.length > 1) return { problem: PhoneProblem.SEVERAL };
  if (EXTENSION.test(written)) return { problem: PhoneProblem.EXTENSION };
  if (!OF_PHONES.test(written))
    return { problem: written === "" ? PhoneProblem.TOO_SHORT : PhoneProblem.LETTERS };
  const place = isCountry(country) ? (country as CountryCode) : USUAL_COUNTRY;
  const plus = written.lastIndexOf("+");
  const before = plus < 0 ? "" : written.slice(0, plus).replace(/\D/g, "");
  if (before.length > LONGEST_MASK) return { problem: PhoneProblem.SEVERAL };
  const digits = written.slice(plus + 1).replace(/\D/g, "");
  const isAbroad = plus >= 0 || digits.startsWith("00") || /^810\d{10}/.test(digits);
  const number = isAbroad
    ? international(
        plus >= 0 ? digits.replace(/^00/, "") : digits.replace(/^(?:00|810)/, ""),
        place,
      )
    : national(digits, place);
  return number ? { phone: number } : { problem: problemOf(digits, isAbroad, place) };
}

/** Like `readPhone`, but returns undefined when there is a problem. */
export function normalisePhone(text: string, country?: string): string | undefined {
  const read = readPhone(text, country);
  return "phone" in read ? read.phone : undefined;
}

/** Returns the text for an invalid phone, depending on what is wrong with it. */
export function whyNoPhone(text: string, country: string = USUAL_COUNTRY): Text {
  const read = readPhone(text, country);
  return phoneProblemText("problem" in read ? read.problem : PhoneProblem.NO_SUCH, country);
}

/** Countries whose national spellings are understood when no branch says which one is meant. */
const ANYWHERE = ["BY", "KZ", "UZ", "AM", "GE", "KG", "AZ", "TJ", "TM", "MD"];

/**
 * Reads a phone that belongs to no particular branch, as E.164: from a customer's token, or a query
 * about all branches. The Russian reading takes precedence. Also returns undefined for a text that
 * is a number in several other countries, because in all but one it would be another person's.
 */
export function phoneOfAnyBranch(text: string): string | undefined {
  const usual = normalisePhone(text);
  if (usual !== undefined) return usual;
  const others = new Set(ANYWHERE.flatMap((country) => normalisePhone(text, country) ?? []));
  return others.size === 1 ? [...others][0] : undefined;
}

/**
 * Returns everything that a search for a phone may mean, in E.164, including what earlier versions
 * would have stored for it.
 */
export function phonesWritten(text: string): string[] {
  const read = [USUAL_COUNTRY, ...ANYWHERE].map((country) => normalisePhone(text, country));
  const former = formerPhone(keyOf(text));
  return [...new Set([...read, former].filter((phone) => phone !== undefined))];
}

/** Reads digits after a plus. A valid number is never repaired. */
function international(digits: string, country: CountryCode): string | undefined {
  const code = getCountryCallingCode(country);
  return (
    valid(`+${digits}`) ??
    // A mask already contained the country's code.
    (digits.startsWith(code)
      ? valid(`+${digits.slice(code.length)}`, FEWEST_WITH_CODE)
      : undefined) ??
    valid(`+${withoutPrefix(digits)}`, FEWEST_WITH_CODE) ??
    // +8 900 …
    (/^8\d{10}$/.test(digits) ? national(digits, country) : undefined)
  );
}

/**
 * Removes a repeated code, or the trunk prefix after the code, from a neighbouring country's
 * number.
 */
function withoutPrefix(digits: string): string {
  const { code, own } = ofNeighbour(digits);
  return own.startsWith(code) ? own : code + own.replace(/^(?:80|8|0)/, "");
}

function national(digits: string, country: CountryCode): string | undefined {
  return (
    valid(digits, 0, country) ??
    // People from Russia write 8 900 … everywhere.
    (/^[78]\d{10}$/.test(digits) ? valid(digits, 0, USUAL_COUNTRY) : undefined) ??
    valid(`+${digits}`, FEWEST_WITH_CODE) ??
    // A trunk prefix that the country has abolished, or never had.
    (/^[08]/.test(digits) ? valid(digits.slice(1), 0, country) : undefined)
  );
}

function valid(text: string, fewest = 0, country?: CountryCode): string | undefined {
  if (text.length <= fewest) return undefined;
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(country && { defaultCountry: country }),
  });
  return number?.isValid() ? number.number : undefined;
}
