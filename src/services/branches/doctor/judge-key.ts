import {
  isPosKeyFailure,
  PosKeyFailure,
  posKeyFailureReason,
} from "../../../domain/pos/pos-key-failure";
import { type Text } from "../../../domain/texts/locale";
import { PosRateLimited, PosRejected } from "../../../errors";
import { type PosWords } from "../../../ports/pos/pos-guidance";
import { posErrorText } from "../../pos/pos-error-text";
import { type BranchFindings, type PosFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { type PosError, type Reading } from "./reading";

/** What the operator can do about a refused key; other refusals are explained by the POS itself. */
const FIXES: Partial<Record<string, (guidance: PosWords["guidance"]) => Text>> = {
  [PosKeyFailure.KEY_BLOCKED]: ({ askWhyBlocked, makeKey }) => ({
    ru: `${askWhyBlocked.ru}. ${makeKey.ru}`,
    en: `${askWhyBlocked.en}. ${makeKey.en}`,
  }),
  [PosKeyFailure.KEY_INACTIVE]: ({ switchKeyOn }) => switchKeyOn,
  [PosKeyFailure.LICENCE_EXPIRED]: ({ renewLicence }) => renewLicence,
  [PosKeyFailure.KEY_UNKNOWN]: ({ makeKey }) => ({
    ru: `Проверьте, что ключ скопирован целиком, без пробелов. ${makeKey.ru}`,
    en: `Check that the key was copied whole, without spaces. ${makeKey.en}`,
  }),
};

/** KEY_WORKS: the key is accepted by the POS, whatever it then gives access to. */
export function judgeKey({ pos, vendor }: BranchFindings): Verdict {
  if ("error" in pos) return refusedKey(pos.error, vendor);
  const readings = readingsOf(pos.value);
  const errors = readings.flatMap((read) => ("error" in read ? [read.error] : []));
  const [first] = errors;
  if (!first || errors.length < readings.length)
    return fine("Ключ API работает", "The API key works");
  const telling = errors.find((error) => error instanceof PosRejected) ?? errors.find(isNoPause);
  return refusedKey(telling ?? first, vendor);
}

/** The verdict of a check whose request the POS did not answer. */
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

/** A rate limit follows another failure, and that one is more informative. */
function isNoPause(error: PosError): boolean {
  return !(error instanceof PosRateLimited);
}

function refusedKey(error: PosError, { name, guidance }: PosWords): Verdict {
  if (error instanceof PosRejected) return rejectedKey(error, guidance);
  if (error instanceof PosRateLimited) {
    const { ru, en } = guidance.makeSeparateKey;
    return failed(posErrorText(error), {
      ru: `Подождите и повторите. Если пауза не кончается, ключом пользуется ещё одна программа. ${ru}`,
      en: `Wait and try again. If the pause does not end, another program uses the same key. ${en}`,
    });
  }
  const { ru, en } = guidance.checkAddress;
  return failed(
    {
      ru: `${name} не отвечает, ключ проверить нельзя`,
      en: `${name} does not answer, so the key cannot be tried`,
    },
    {
      ru: `${ru}. Заказы принимаются и ждут`,
      en: `${en}. Orders are accepted and wait`,
    },
  );
}

function rejectedKey(error: PosRejected, guidance: PosWords["guidance"]): Verdict {
  const { posCode, reason } = error;
  const fix = FIXES[posCode]?.(guidance);
  if (fix && isPosKeyFailure(posCode)) return failed(posKeyFailureReason(posCode).message, fix);
  if (reason && isPosKeyFailure(posCode)) return failed(reason.message, reason.fix);
  return failed(posErrorText(error), guidance.makeKey);
}
