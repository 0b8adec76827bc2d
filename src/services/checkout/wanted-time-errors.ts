import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Locale } from "../../domain/texts/locale";
import { momentText } from "../../domain/time/moment-in-words";

export function timeUnavailable(): UserError {
  const en = "The time must be in the future and within 60 days";
  const ru = "Время должно быть в будущем и не дальше 60 дней";
  return inputError(UserErrorCode.TIME_SLOT_UNAVAILABLE, "wantedAt", ru, en);
}

/** @param least in minutes */
export function tooSoon(least: number): UserError {
  const en = `An order for a time has to be placed ${least} minutes ahead`;
  const ru = `Ко времени заказывают не позже чем за ${least} мин`;
  return inputError(UserErrorCode.TIME_SLOT_UNAVAILABLE, "wantedAt", ru, en);
}

/** @param most in calendar days */
export function tooFarAhead(most: number): UserError {
  if (most === 0) {
    const en = "Orders are taken for today only";
    return inputError(
      UserErrorCode.TIME_SLOT_UNAVAILABLE,
      "wantedAt",
      "Заказы только на сегодня",
      en,
    );
  }
  const en = `Orders are taken for up to ${most} days ahead`;
  const ru = `Заказы принимаются на срок до ${most} дней вперёд`;
  return inputError(UserErrorCode.TIME_SLOT_UNAVAILABLE, "wantedAt", ru, en);
}

/** @param nextSlotAt null if no later slot is free within a week */
export function slotFull(
  nextSlotAt: Date | null,
  place: { readonly now: Date; readonly timeZone: string },
): UserError {
  const next = (locale: Locale) => nextSlotAt && momentText(nextSlotAt, { ...place, locale });
  const [ru, en] = [
    "На это время заказов уже достаточно",
    "No more orders are taken for that time",
  ];
  const text = {
    ru: nextSlotAt ? `${ru}. Ближайшее свободное: ${next("ru")}` : ru,
    en: nextSlotAt ? `${en}. The next free one: ${next("en")}` : en,
  };
  return {
    ...inputError(UserErrorCode.TIME_SLOT_UNAVAILABLE, "wantedAt", text.ru, text.en),
    slot: { nextSlotAt },
  };
}

/**
 * @param isAsap whether it is wanted as soon as possible rather than for a given time
 * @param opensAt null if not within a year
 */
export function branchClosed(
  isAsap: boolean,
  opensAt: Date | null,
  place: { readonly now: Date; readonly timeZone: string },
): UserError {
  const opens = (locale: Locale) => opensAt && momentText(opensAt, { ...place, locale });
  const ru = isAsap ? "Филиал сейчас закрыт" : "В это время филиал закрыт";
  const en = isAsap ? "The branch is closed now" : "The branch is closed at that time";
  const text = {
    ru: opensAt ? `${ru}. Откроется: ${opens("ru")}` : ru,
    en: opensAt ? `${en}. It opens: ${opens("en")}` : en,
  };
  const field = isAsap ? "fulfilment" : "wantedAt";
  return {
    ...inputError(UserErrorCode.BRANCH_CLOSED, field, text.ru, text.en),
    closed: { opensAt },
  };
}
