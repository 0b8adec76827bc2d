import { type PosReason } from "./pos-failure";
import { isPosKeyFailure, posKeyFailureReason } from "./pos-key-failure";

const LOOK_INTO_TILL = {
  ru: "Сначала проверьте, нет ли заказа на кассе; если нет, внесите его вручную",
  en: "First look whether the till has the order; if not, enter it by hand",
};

/** What stands between the gateway and the POS, in words for the staff. */
const REASONS: Readonly<Record<string, PosReason>> = {
  POS_UNAVAILABLE: {
    message: { ru: "Касса не дала ясного ответа", en: "The POS gave no clear answer" },
    fix: LOOK_INTO_TILL,
  },
  POS_CANNOT_TELL: {
    message: {
      ru: "Эта касса не узнаёт повторов, а ответ на первую отправку потерян",
      en: "This POS does not know repeats, and the answer to the first attempt was lost",
    },
    fix: LOOK_INTO_TILL,
  },
  POS_CONTRACT_BROKEN: {
    message: { ru: "Касса ответила непонятно", en: "The POS gave an answer that makes no sense" },
    fix: LOOK_INTO_TILL,
  },
  POS_UNDECIDED: {
    message: {
      ru: "Касса не решила вовремя, берёт ли заказ",
      en: "The POS did not decide on the order in time",
    },
    fix: LOOK_INTO_TILL,
  },
  POS_RATE_LIMITED: {
    message: { ru: "Касса просит подождать", en: "The POS asks for a pause" },
    fix: {
      ru: "Ничего делать не нужно: шлюз повторит сам",
      en: "Nothing: the gateway tries again",
    },
  },
  CALL_HELD_BACK: {
    message: {
      ru: "Шлюз не успел отправить заказ: он сам стоял или не слышал своей базы",
      en: "The gateway did not get to send the order: it stood still, or did not hear its database",
    },
    fix: {
      ru: "Ничего делать не нужно: шлюз повторит сам",
      en: "Nothing: the gateway tries again",
    },
  },
  SENT_TOO_LATE: {
    message: {
      ru: "Шлюз не смог отправить заказ вовремя и не отправляет его без спроса",
      en: "The gateway could not send the order in time, and does not send it unasked",
    },
    fix: {
      ru: "Спросите гостя, нужен ли ещё заказ; если нужен, отправьте его снова или внесите вручную",
      en: "Ask the guest whether it is still wanted; if so, send it again or enter it by hand",
    },
  },
  GATEWAY_FAILED: {
    message: { ru: "Ошибка в самом шлюзе", en: "The gateway itself failed" },
    fix: LOOK_INTO_TILL,
  },
  GATEWAY_CRASHED: {
    message: {
      ru: "Шлюз несколько раз подряд прервался, отправляя этот заказ",
      en: "The gateway was interrupted several times in a row while it sent this order",
    },
    fix: LOOK_INTO_TILL,
  },
  ATTEMPT_ABANDONED: {
    message: {
      ru: "Отправка оборвалась, и чем она кончилась, неизвестно",
      en: "The sending was interrupted, and its outcome is unknown",
    },
    fix: LOOK_INTO_TILL,
  },
  BRANCH_NOT_CONNECTED: {
    message: { ru: "Филиал не подключён", en: "The branch is not connected" },
    fix: {
      ru: "Укажите в настройках кассу, ключ API и организацию",
      en: "Set its POS, API key and organization",
    },
  },
  DISCOUNT_NOT_MAPPED: {
    message: {
      ru: "В настройках филиала больше нет универсальной скидки, с которой принят заказ",
      en: "The branch's settings no longer have the universal discount the order was taken with",
    },
    fix: { ru: "Верните её и повторите заказ", en: "Put it back and retry the order" },
  },
  BONUS_PAYMENT_NOT_MAPPED: {
    message: {
      ru: "В настройках филиала больше нет оплаты баллами, с которой принят заказ",
      en: "The branch's settings no longer have the payment by points the order was taken with",
    },
    fix: { ru: "Верните её и повторите заказ", en: "Put it back and retry the order" },
  },
  CREDENTIAL_UNREADABLE: {
    message: {
      ru: "Сохранённый ключ API не расшифровать",
      en: "The stored API key cannot be decrypted",
    },
    fix: { ru: "Сохраните его снова", en: "Save it again" },
  },
};

/** Returns the reason for one of the gateway's own codes; undefined for a code of the POS. */
export function gatewayReason(code: string): PosReason | undefined {
  return isPosKeyFailure(code) ? posKeyFailureReason(code) : REASONS[code];
}
