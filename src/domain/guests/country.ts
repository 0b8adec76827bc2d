import { isSupportedCountry } from "libphonenumber-js/max";

import { keyOf } from "../texts/typed-text";

/** Used when nothing else is known: most branches are there. */
export const USUAL_COUNTRY = "RU";

const BY_CURRENCY: Readonly<Record<string, string>> = {
  RUB: "RU",
  BYN: "BY",
  KZT: "KZ",
  UZS: "UZ",
  AMD: "AM",
  GEL: "GE",
  KGS: "KG",
  AZN: "AZ",
  MDL: "MD",
  TJS: "TJ",
  TMT: "TM",
  UAH: "UA",
  MNT: "MN",
  TRY: "TR",
  ILS: "IL",
  AED: "AE",
  RSD: "RS",
  THB: "TH",
  VND: "VN",
  PLN: "PL",
};

/** For zones whose countries share a currency, or whose branches use another one. */
const BY_ZONE: Readonly<Record<string, string>> = {
  "Europe/Minsk": "BY",
  "Asia/Tbilisi": "GE",
  "Asia/Yerevan": "AM",
  "Asia/Baku": "AZ",
  "Asia/Bishkek": "KG",
  "Asia/Tashkent": "UZ",
  "Asia/Samarkand": "UZ",
  "Asia/Dushanbe": "TJ",
  "Asia/Ashgabat": "TM",
  "Asia/Almaty": "KZ",
  "Asia/Qyzylorda": "KZ",
  "Asia/Aqtau": "KZ",
  "Asia/Aqtobe": "KZ",
  "Asia/Atyrau": "KZ",
  "Asia/Oral": "KZ",
  "Asia/Qostanay": "KZ",
  "Europe/Chisinau": "MD",
  "Europe/Kyiv": "UA",
  "Europe/Kiev": "UA",
  "Europe/Riga": "LV",
  "Europe/Vilnius": "LT",
  "Europe/Tallinn": "EE",
  "Asia/Nicosia": "CY",
  "Asia/Dubai": "AE",
  "Europe/Istanbul": "TR",
  "Europe/Belgrade": "RS",
  "Europe/Berlin": "DE",
  "Europe/Warsaw": "PL",
};

/** ISO 3166-1 alpha-2 code of a country that has phones. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && isSupportedCountry(code);
}

/** Accepts a country's code the way people write it. */
export function asCountry(text: string): string {
  return keyOf(text).toUpperCase();
}

/** Returns the country of a branch, as far as its currency and its time zone (IANA) reveal it. */
export function countryOf(currencyCode: string, timeZone: string): string {
  return BY_CURRENCY[currencyCode] ?? BY_ZONE[timeZone] ?? USUAL_COUNTRY;
}
