import { type Text } from "../../../domain/texts/locale";
import { PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { PosContractBroken, PosRateLimited, PosRejected, PosUnavailable } from "../../../errors";
import { posErrorText } from "../../pos/pos-error-text";
import { type BranchFindings, type PosFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { type PosError, type Reading } from "./reading";

const NEW_KEY: Text = {
  ru:
    "Создайте ключ: в iiko web «Настройки Cloud Api → «Добавить интеграцию»», или в iikoOffice «Настройка iikoTransport → " +
    "iikoTransport API → Интеграции → Добавить», и сохраните его в настройках филиала (поле «API логин Cloud API»)",
  en:
    "Make a key: in iiko web «Настройки Cloud Api → «Добавить интеграцию»», or in iikoOffice «Настройка iikoTransport → " +
    "iikoTransport API → Интеграции → Добавить», and save it in the branch's settings",
};

interface KeyFailure {
  readonly code: PosKeyFailure;
  /** Of a login's own answer only. */
  readonly says?: RegExp;
  readonly message: Text;
  readonly fix: Text;
}

const { KEY_BLOCKED, KEY_INACTIVE, KEY_UNKNOWN, LICENCE_EXPIRED, LOGIN_REFUSED } = PosKeyFailure;

/** What is wrong with a key that only a person can mend, and what to do. */
const KEY_TROUBLES: readonly KeyFailure[] = [
  {
    code: KEY_BLOCKED,
    message: { ru: "iiko заблокировала ключ API", en: "iiko has blocked the API key" },
    fix: {
      ru: `Узнайте причину у поддержки iiko. ${NEW_KEY.ru}`,
      en: `Ask iiko's support why. ${NEW_KEY.en}`,
    },
  },
  {
    code: KEY_INACTIVE,
    message: { ru: "Ключ API выключен", en: "The API key is switched off" },
    fix: {
      ru: "Включите интеграцию в iiko web: «Настройки Cloud Api → ваша интеграция → вкладка «Основное»»",
      en: "Switch the integration on in iiko web: «Настройки Cloud Api → your integration → вкладка «Основное»»",
    },
  },
  {
    code: LICENCE_EXPIRED,
    message: {
      ru: "Кончилась лицензия на iiko Cloud API",
      en: "The licence for iiko Cloud API has expired",
    },
    fix: {
      ru: "Продлите лицензию Cloud API у своего дилера iiko; ключ менять не нужно",
      en: "Renew the Cloud API licence with your iiko dealer; the key stays as it is",
    },
  },
  {
    code: LOGIN_REFUSED,
    says: /\/api\/1\/access_token.{0,200}\bv2\b/i,
    message: {
      ru: "Этот ключ работает только со второй версией входа",
      en: "This key needs the second kind of login",
    },
    fix: {
      ru: "Сохраните его в настройках филиала как apiKey вместе с appId и clientSecret с портала разработчика iiko",
      en: "Save it in the branch's settings as apiKey, with the appId and clientSecret of iiko's developer portal",
    },
  },
  {
    code: KEY_UNKNOWN,
    message: { ru: "iiko не знает такого ключа API", en: "iiko does not know this API key" },
    fix: {
      ru: `Проверьте, что ключ скопирован целиком, без пробелов. ${NEW_KEY.ru}`,
      en: `Check that the key was copied whole, without spaces. ${NEW_KEY.en}`,
    },
  },
];

/** KEY_WORKS: the key opens the POS, whatever it then shows. */
export function judgeKey({ pos }: BranchFindings): Verdict {
  if ("error" in pos) return refusedKey(pos.error);
  const readings = readingsOf(pos.value);
  const errors = readings.flatMap((read) => ("error" in read ? [read.error] : []));
  const [first] = errors;
  if (!first || errors.length < readings.length)
    return fine("Ключ API работает", "The API key works");
  const telling = errors.find((error) => error instanceof PosRejected) ?? errors.find(isNoPause);
  return refusedKey(telling ?? first);
}

/** For a check whose question the POS did not answer. */
export function unread(error: PosError): Verdict {
  const { ru, en } = posErrorText(error);
  return notChecked(ru, en);
}

function readingsOf(pos: PosFindings): readonly Reading<unknown>[] {
  const {
    organizations,
    terminalGroups,
    externalMenus,
    paymentTypes,
    discounts,
    orderTypes,
    webhookUrl,
  } = pos;
  return [
    organizations,
    terminalGroups,
    externalMenus,
    paymentTypes,
    discounts,
    orderTypes,
    ...(webhookUrl ? [webhookUrl] : []),
  ];
}

/** A pause follows another failure: that one says more. */
function isNoPause(error: PosError): boolean {
  return !(error instanceof PosRateLimited);
}

function refusedKey(error: PosError): Verdict {
  const known = error instanceof PosRejected ? knownTrouble(error) : undefined;
  if (known) return failed(known.message, known.fix);
  if (error instanceof PosUnavailable || error instanceof PosContractBroken) {
    return failed(
      {
        ru: "iiko не отвечает, ключ проверить нельзя",
        en: "iiko does not answer, so the key cannot be tried",
      },
      {
        ru: "Проверьте адрес IIKO_API_URL и доступ шлюза в интернет; если они в порядке, подождите: это сбой iiko. Заказы принимаются и ждут",
        en: "Check the address IIKO_API_URL and the gateway's way to the internet; if both are fine, wait: iiko is down. Orders are taken and wait",
      },
    );
  }
  if (error instanceof PosRateLimited) {
    return failed(posErrorText(error), {
      ru: "Подождите и повторите. Если пауза не кончается, ключом пользуется ещё одна программа: заведите шлюзу свой («Настройки Cloud Api → «Добавить интеграцию»»)",
      en: "Wait and try again. If the pause does not end, another program uses the same key: give the gateway its own («Настройки Cloud Api → «Добавить интеграцию»»)",
    });
  }
  return failed(posErrorText(error), NEW_KEY);
}

function knownTrouble({ posCode, message }: PosRejected): KeyFailure | undefined {
  return KEY_TROUBLES.find(
    ({ code, says }) => String(code) === posCode && (says?.test(message) ?? true),
  );
}
