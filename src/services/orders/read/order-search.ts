import { storedPhonesOf } from "../../../domain/guests/former-phone";
import { phonesWritten } from "../../../domain/guests/phone";
import { isStorable } from "../../../domain/texts/storable-text";
import { keyOf, proseOf } from "../../../domain/texts/typed-text";
import { type OrderFilter } from "./order-filter";

/** A condition of SQL on `orders wanted`; its values come under names, as `:name`. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const FEWEST_DIGITS = 4;
const NAME_BEGINS = "lower(wanted.customer_name) like lower(:name)";
const PHONE_ENDS = "reverse(wanted.customer_phone) like reverse(:lastDigits) || '%'";

/** Texts that no order has, and the database cannot even be asked for. */
export function cannotMatch({ phone, number, name, search }: OrderFilter): boolean {
  const texts = [phone, number, name, search].filter((text) => text !== null && text !== undefined);
  const digits = phone ? digitsOf(phone).length : FEWEST_DIGITS;
  return digits < FEWEST_DIGITS || !texts.every(isStorable);
}

/** What is known of the order's guest, or the order's own number. */
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
  // In some countries so few digits are a number, and in others its end.
  if (lastDigits.length < 10)
    return { sql: `(${isWhole} or ${PHONE_ENDS})`, values: { whole, lastDigits } };
  return { sql: isWhole, values: { whole } };
}

/**
 * What a text in the one field may mean: a number, a name, a phone. Orders that fit any are found;
 * each has an index of its own.
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

/** For `like`, in which every letter stands for itself. */
function beginningOf(text: string): string {
  return `${proseOf(text).replace(/[\\%_]/g, "\\$&")}%`;
}
