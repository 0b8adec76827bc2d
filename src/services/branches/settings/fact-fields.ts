import { type UserError } from "../../../domain/errors/user-error";
import { LONGEST_PHONE, phoneOfAnyBranch } from "../../../domain/guests/phone";
import { pointOf, pointText } from "../../../domain/texts/point-text";
import { isStorable } from "../../../domain/texts/storable-text";
import { isLonger } from "../../../domain/texts/text-length";
import { keyOf, proseOf } from "../../../domain/texts/typed-text";
import { invalid } from "../changes/branch-error";
import { type InputPath } from "./setting-field";
import { SettingGroup } from "./setting-kind";
import { LONGEST } from "./settings-limits";
import { flagOn } from "./simple-kinds";
import { text } from "./text-kinds";

const group = SettingGroup.BRANCH;

const NO_POINT = {
  ru: "Широта и долгота через запятую. Пример: 57.6261, 39.8845",
  en: "Latitude and longitude with a comma between them. Example: 57.6261, 39.8845",
};

/** Facts about the branch that guests may know. */
export const FACT_FIELDS = {
  address: text(
    "publicAddress",
    { longest: LONGEST.publicAddress, read: proseOf, userErrors: addressErrors },
    {
      group,
      label: { ru: "Адрес для гостей", en: "Address for guests" },
      explanation: {
        ru: "Где найти филиал, одной строкой.",
        en: "Where guests find the branch, in one line.",
      },
      shown: "Address for guests, in one line; null if nobody said.",
      given: "Address for guests, in one line.",
    },
  ),
  phone: text(
    "publicPhone",
    {
      longest: LONGEST_PHONE,
      read: (written) => phoneOfAnyBranch(written) ?? keyOf(written),
      userErrors: phoneErrors,
    },
    {
      group,
      label: { ru: "Телефон для гостей", en: "Phone for guests" },
      explanation: {
        ru: "Куда гости звонят с вопросами. С кодом страны, если филиал не в России.",
        en: "Whom guests call with questions. With the country's code, unless it is a Russian number.",
      },
      shown: "Phone number for guests, for example +74852123456; null if nobody said.",
      given: "Phone number for guests; with the country's code, unless it is a Russian number.",
    },
  ),
  point: text(
    "publicPoint",
    { longest: LONGEST.publicPoint, read: readPoint, userErrors: pointErrors },
    {
      group,
      label: { ru: "Точка на карте", en: "Place on the map" },
      explanation: {
        ru: "Широта и долгота через запятую, как их копируют с карты: 57.6261, 39.8845.",
        en: "Latitude and longitude with a comma, as maps copy them: 57.6261, 39.8845.",
      },
      shown: "Latitude and longitude, for example 57.6261, 39.8845; null if nobody said.",
      given: "Latitude and longitude in degrees with a comma, for example 57.6261, 39.8845.",
    },
  ),
  takesCash: flagOn("takesCash", {
    group,
    label: { ru: "Принимает наличные", en: "Takes cash" },
    explanation: {
      ru: "Заказ можно оплатить наличными при получении. Выключено: в таком заказе отказывают.",
      en: "Orders can be paid in cash on delivery or at the counter. Off: such orders are refused.",
    },
    shown: "Whether orders can be paid in cash; true by default.",
    given: "Whether orders can be paid in cash; null means true.",
  }),
  takesCards: flagOn("takesCards", {
    group,
    label: { ru: "Принимает карты", en: "Takes cards" },
    explanation: {
      ru: "Заказ можно оплатить картой при получении. Выключено: в таком заказе отказывают.",
      en: "Orders can be paid by card on delivery or at the counter. Off: such orders are refused.",
    },
    shown: "Whether orders can be paid by card on delivery; true by default.",
    given: "Whether orders can be paid by card on delivery; null means true.",
  }),
  takesOnline: flagOn("takesOnline", {
    group,
    label: { ru: "Принимает оплату онлайн", en: "Takes online payments" },
    explanation: {
      ru: "Заказ можно оплатить на сайте. Выключено: в неоплаченном таком заказе отказывают.",
      en: "Orders can be paid on the site. Off: such orders are refused, unless they are paid already.",
    },
    shown: "Whether orders can be paid online; true by default.",
    given: "Whether orders can be paid online; null means true.",
  }),
} as const;

function addressErrors(address: string, at: InputPath): UserError[] {
  if (address === "" || /\p{Cc}/u.test(address) || !isStorable(address)) {
    const en = "One line of text that can be printed";
    return [invalid(at, "Одна строка печатного текста", en)];
  }
  if (!isLonger(address, LONGEST.publicAddress)) return [];
  const ru = `Адрес длиннее ${LONGEST.publicAddress} знаков`;
  return [invalid(at, ru, `The address is longer than ${LONGEST.publicAddress} characters`)];
}

function phoneErrors(phone: string, at: InputPath): UserError[] {
  if (phoneOfAnyBranch(phone) === phone) return [];
  const ru = "Это не номер телефона. Пример: +7 4852 12-34-56";
  return [invalid(at, ru, "This is no phone number. Example: +7 4852 12-34-56")];
}

function readPoint(written: string): string {
  const point = pointOf(written);
  return point ? pointText(point) : keyOf(written);
}

function pointErrors(point: string, at: InputPath): UserError[] {
  return pointOf(point) ? [] : [invalid(at, NO_POINT.ru, NO_POINT.en)];
}
