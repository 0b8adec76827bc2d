import { type Text } from "./locale";

/** What is wrong with a POS key. Public API: codes are only ever added. */
export enum PosKeyTrouble {
  KEY_BLOCKED = "KEY_BLOCKED",
  KEY_INACTIVE = "KEY_INACTIVE",
  KEY_UNKNOWN = "KEY_UNKNOWN",
  LICENCE_EXPIRED = "LICENCE_EXPIRED",
  LOGIN_REFUSED = "LOGIN_REFUSED",
  LOGIN_UNAVAILABLE = "LOGIN_UNAVAILABLE",
  TOKEN_REFUSED = "TOKEN_REFUSED",
}

const TEXTS: Readonly<Record<PosKeyTrouble, Text>> = {
  KEY_BLOCKED: {
    ru: "Ключ API заблокирован кассой. Снимите блокировку в iiko и возобновите работу ключа",
    en: "The POS has blocked the API key. Have it unblocked there, then resume the key",
  },
  KEY_INACTIVE: {
    ru: "Ключ API отключён. Включите его в iiko и возобновите работу ключа",
    en: "The API key is inactive. Activate it in the POS, then resume the key",
  },
  KEY_UNKNOWN: {
    ru: "Касса не знает такого ключа API. Проверьте его и сохраните снова",
    en: "The POS does not know the API key. Check it and save it again",
  },
  LICENCE_EXPIRED: {
    ru: "Закончилась лицензия на облачный API. Продлите её и возобновите работу ключа",
    en: "The licence for the cloud API has expired. Renew it, then resume the key",
  },
  LOGIN_REFUSED: {
    ru: "Касса отказывает ключу API во входе. Проверьте ключ, затем возобновите его работу",
    en: "The POS refuses to log the API key in. Check the key, then resume it",
  },
  LOGIN_UNAVAILABLE: {
    ru: "Вход в кассу сейчас не отвечает. Шлюз повторит сам",
    en: "Logging in to the POS does not work at the moment. The gateway tries again by itself",
  },
  TOKEN_REFUSED: {
    ru: "Касса не принимает даже новый вход этого ключа. Шлюз повторит сам",
    en: "The POS refuses even a fresh login of this key. The gateway tries again by itself",
  },
};

export function isPosKeyTrouble(code: string): code is PosKeyTrouble {
  return Object.hasOwn(TEXTS, code);
}

/** For operators: what is wrong and what mends it. */
export function posKeyTroubleText(trouble: PosKeyTrouble): Text {
  return TEXTS[trouble];
}
