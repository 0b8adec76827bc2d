import { type ChangeReason } from "../../../domain/catalogue/plan-change";
import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { Refused } from "../../../errors";
import { refusal } from "../catalogue-error";

export function stillPlanned(): Refused<UserError> {
  return refusal(UserErrorCode.CONFLICT, ["planId"], {
    ru: "План ещё составляется: дождитесь состояния READY",
    en: "The plan is still being worked out: wait until its state is READY",
  });
}

export function alreadyUndone(): Refused<UserError> {
  return refusal(UserErrorCode.CONFLICT, ["planId"], {
    ru: "План отменён: составьте новый",
    en: "The plan was undone: make a new one",
  });
}

export function expired(): Refused<UserError> {
  return refusal(UserErrorCode.STALE_VERSION, ["planId"], {
    ru: "План устарел: составьте новый",
    en: "The plan is out of date: make a new one",
  });
}

export function notOfPlan(): Refused<UserError> {
  return refusal(UserErrorCode.NOT_FOUND, ["first"], {
    ru: "В плане нет такого филиала",
    en: "The plan has no such branch",
  });
}

export function nothingToApply(): Refused<UserError> {
  return refusal(UserErrorCode.CONFLICT, ["first"], {
    ru: "В этом филиале по плану нечего применить",
    en: "The plan has nothing to apply at this branch",
  });
}

export function oneFirst(): Refused<UserError> {
  return refusal(UserErrorCode.CONFLICT, ["first"], {
    ru: "Сначала примените план в одном филиале (first) и посмотрите на результат",
    en: "Apply the plan to one branch first (first) and look at the result",
  });
}

/** Reasons for not planning anything for a branch. */
export const NO_POS_MENU: ChangeReason = {
  code: UserErrorCode.NOT_FOUND,
  message: {
    ru: "Меню кассы ещё не загружено: сначала «Обновить данные» (refreshPosMenu)",
    en: "The POS menu was never read: call refreshPosMenu first",
  },
};

export const BRANCH_GONE: ChangeReason = {
  code: UserErrorCode.NOT_FOUND,
  message: { ru: "Филиала больше нет", en: "The branch is there no more" },
};

/** For undoing: later changes by somebody else are kept. */
export const CHANGED_SINCE: ChangeReason = {
  code: UserErrorCode.STALE_VERSION,
  message: {
    ru: "Филиал с тех пор изменили: отмена его не тронула",
    en: "The branch was changed since: undoing has left it alone",
  },
};

export const UNEXPECTED: ChangeReason = {
  code: UserErrorCode.CONFLICT,
  message: {
    ru: "Не получилось по непредвиденной причине: она в журнале шлюза. Филиал не изменён",
    en: "It failed for an unexpected reason: the gateway's log tells it. The branch is as it was",
  },
};

/** The first of the userErrors, as stored in an entry; undefined if the error was not a refusal. */
export function reasonOf(error: unknown): ChangeReason | undefined {
  const [userError] = error instanceof Refused ? (error.userErrors as readonly UserError[]) : [];
  return userError && { code: userError.code, message: userError.message };
}
