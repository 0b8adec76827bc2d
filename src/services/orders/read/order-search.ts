import { storedPhonesOf } from "../../../domain/guests/former-phone";
import { phonesWritten } from "../../../domain/guests/phone";
import { isStorable } from "../../../domain/texts/storable-text";
import { keyOf, proseOf } from "../../../domain/texts/typed-text";
import { type OrderFilter } from "./order-filter";

/** An SQL condition on `orders wanted`; its values are passed by name, as `:name`. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const FEWEST_DIGITS = 4;
const NAME_BEGINS = "lower(wanted.customer_name) like lower(:name)";
const PHONE_ENDS = "reverse(wanted.customer_phone) like reverse(:lastDigits) || '%'";

/** Detects texts that no order contains and that the database would not even accept. */
export function cannotMatch({ phone, number, name, search }: OrderFilter): boolean {
  const texts = [phone, number, name, search].filter((text) => text !== null && text !== undefined);
  const digits = phone ? digitsOf(phone).length : FEWEST_DIGITS;
  return digits < FEWEST_DIGITS || !texts.every(isStorable);
}

/** Conditions on the order's guest, or on the order's number. */
export function ofGuest({ phone, number, name }: OrderFilter): Condition[] {
  return [
    ...(number ? [{ sql: "wanted.number = :number", values: { number: keyOf(number) } }] : []),
    ...(name ? [{ sql: NAME_BEGINS, values: { name: beginningOf(name) } }] : []),
    ...(phone ? [phoneIs(phone)] : []),
  ];
}

function phoneIs(phone: string): Condition {
  const whole = phonesWritten(phone).flatMap(storedPhonesOf);
  const lastDigits = digitsOf(phone);
  const isWhole = "wanted.customer_phone = any(:whole)";
  if (whole.length === 0) return { sql: PHONE_ENDS, values: { lastDigits } };
  // In some countries this few digits are a whole number, in others its end.
  if (lastDigits.length < 10)
    return { sql: `(${isWhole} or ${PHONE_ENDS})`, values: { whole, lastDigits } };
  return { sql: isWhole, values: { whole } };
}

/**
 * Returns what a text in the single search field may mean: a number, a name, a phone. Orders that
 * match any of these are found; each has its own index.
 */
export function meaningsOf(search: string): Condition[] {
  const digits = digitsOf(search);
  const whole = phonesWritten(search).flatMap(storedPhonesOf);
  const endsSo = digits.length >= FEWEST_DIGITS && digits.length < 10;
  return [
    { sql: "wanted.number = :searched", values: { searched: keyOf(search) } },
    {
      sql: "lower(wanted.customer_name) like lower(:searchedName)",
      values: { searchedName: beginningOf(search) },
    },
    ...(whole.length > 0
      ? [{ sql: "wanted.customer_phone = any(:searchedPhones)", values: { searchedPhones: whole } }]
      : []),
    ...(endsSo
      ? [
          {
            sql: "reverse(wanted.customer_phone) like reverse(:searchedDigits) || '%'",
            values: { searchedDigits: digits },
          },
        ]
      : []),
  ];
}

function digitsOf(phone: string): string {
  return keyOf(phone).replace(/\D/g, "");
}

/** Escapes a text for `like`, so that every character stands for itself. */
function beginningOf(text: string): string {
  return `${proseOf(text).replace(/[\\%_]/g, "\\$&")}%`;
}
