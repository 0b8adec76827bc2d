import { type Text } from "../texts/locale";
import { type PosReason, reasonInWords } from "./pos-failure";

/** What is wrong with a POS key. Public API: codes are only ever added. */
export enum PosKeyFailure {
  KEY_BLOCKED = "KEY_BLOCKED",
  KEY_INACTIVE = "KEY_INACTIVE",
  KEY_UNKNOWN = "KEY_UNKNOWN",
  LICENCE_EXPIRED = "LICENCE_EXPIRED",
  LOGIN_REFUSED = "LOGIN_REFUSED",
  LOGIN_UNAVAILABLE = "LOGIN_UNAVAILABLE",
  TOKEN_REFUSED = "TOKEN_REFUSED",
}

const REASONS: Readonly<Record<PosKeyFailure, PosReason>> = {
  KEY_BLOCKED: {
    message: { ru: "Ключ API заблокирован кассой", en: "The POS has blocked the API key" },
    fix: {
      ru: "Попросите поставщика кассы снять блокировку и возобновите работу ключа",
      en: "Have the POS's vendor unblock it, then resume the key",
    },
  },
  KEY_INACTIVE: {
    message: { ru: "Ключ API отключён", en: "The API key is inactive" },
    fix: {
      ru: "Включите его в кассе и возобновите работу ключа",
      en: "Activate it in the POS, then resume the key",
    },
  },
  KEY_UNKNOWN: {
    message: { ru: "Касса не знает такого ключа API", en: "The POS does not know the API key" },
    fix: { ru: "Проверьте его и сохраните снова", en: "Check it and save it again" },
  },
  LICENCE_EXPIRED: {
    message: {
      ru: "Закончилась лицензия на облачный API",
      en: "The licence for the cloud API has expired",
    },
    fix: { ru: "Продлите её и возобновите работу ключа", en: "Renew it, then resume the key" },
  },
  LOGIN_REFUSED: {
    message: {
      ru: "Касса отказывает ключу API во входе",
      en: "The POS refuses to log the API key in",
    },
    fix: {
      ru: "Проверьте ключ, затем возобновите его работу",
      en: "Check the key, then resume it",
    },
  },
  LOGIN_UNAVAILABLE: {
    message: {
      ru: "Вход в кассу сейчас не отвечает",
      en: "Logging in to the POS does not work at the moment",
    },
    fix: { ru: "Шлюз повторит сам", en: "The gateway tries again by itself" },
  },
  TOKEN_REFUSED: {
    message: {
      ru: "Касса не принимает даже новый вход этого ключа",
      en: "The POS refuses even a fresh login of this key",
    },
    fix: { ru: "Шлюз повторит сам", en: "The gateway tries again by itself" },
  },
};

export function isPosKeyFailure(code: string): code is PosKeyFailure {
  return Object.hasOwn(REASONS, code);
}

/** For operators: what is wrong and how to fix it. */
export function posKeyFailureReason(failure: PosKeyFailure): PosReason {
  return REASONS[failure];
}

/** The same as a single text. */
export function posKeyFailureText(failure: PosKeyFailure): Text {
  return reasonInWords(REASONS[failure]);
}
