import { type UserError as FoundError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { formatThousandths } from "../../domain/money/money";
import { type Locale } from "../../domain/texts/locale";
import { isLockTimeout, Refused } from "../../errors";
import { toMoney } from "./money";
import { toSource } from "./source";
import {
  BelowMinimumUserError,
  BranchClosedUserError,
  GenericUserError,
  ItemUserError,
  OrderClaimedUserError,
  TimeSlotUserError,
  UpstreamUserError,
  type UserError,
} from "./user-error-types";

const LOCKED: FoundError = {
  code: UserErrorCode.CONFLICT,
  field: null,
  message: {
    ru: "Это сейчас меняет кто-то ещё. Повторите через несколько секунд",
    en: "Somebody else is changing this now. Try again in a few seconds",
  },
  retryable: true,
};

export function toUserError(userError: FoundError, locale: Locale): UserError {
  const { code: ownCode, retryable: heals = false } = userError;
  const field = userError.field ? [...userError.field] : null;
  const common = { message: userError.message[locale], field, code: ownCode, retryable: heals };
  if (userError.item) {
    const { article, currentPrice, availableAmount, availableAt, currency } = userError.item;
    return Object.assign(new ItemUserError(), common, {
      article,
      currentPrice: currentPrice === undefined ? null : toMoney(currentPrice, currency),
      availableAmount: availableAmount === undefined ? null : formatThousandths(availableAmount),
      availableAt: availableAt ?? null,
    });
  }
  if (userError.claim) {
    const claim = { ...userError.claim, mine: false };
    return Object.assign(new OrderClaimedUserError(), common, { claim });
  }
  if (userError.closed) return Object.assign(new BranchClosedUserError(), common, userError.closed);
  if (userError.slot) return Object.assign(new TimeSlotUserError(), common, userError.slot);
  if (userError.minimum) {
    const { minimumSum, missing, currency } = userError.minimum;
    return Object.assign(new BelowMinimumUserError(), common, {
      minimumSum: toMoney(minimumSum, currency),
      missing: toMoney(missing, currency),
    });
  }
  if (!userError.upstream) return Object.assign(new GenericUserError(), common);
  const { code, message, correlationId, retryable, kind = null, fix } = userError.upstream;
  const upstream = { upstreamCode: code, upstreamMessage: message, correlationId, retryable };
  const guidance = { source: toSource("POS"), reason: kind, fix: fix?.[locale] ?? null };
  return Object.assign(new UpstreamUserError(), common, upstream, guidance);
}

/** Returns the same words where nothing has been refused yet. */
export function toWarning({ code, field, message }: FoundError, locale: Locale): GenericUserError {
  return toUserError({ code, field, message }, locale);
}

/** Runs a use case for a mutation; a refusal becomes `userErrors`, everything else is rethrown. */
export async function payloadOf<T extends object>(
  locale: Locale,
  run: () => Promise<T>,
): Promise<Partial<T> & { userErrors: UserError[] }> {
  try {
    return { ...(await run()), userErrors: [] };
  } catch (error) {
    return { userErrors: userErrorsOf(error, locale) } as Partial<T> & { userErrors: UserError[] };
  }
}

/**
 * Returns what a refusal says, or that a lock could not be obtained; everything else is rethrown.
 */
export function userErrorsOf(error: unknown, locale: Locale): UserError[] {
  if (isLockTimeout(error)) return [toUserError(LOCKED, locale)];
  if (!(error instanceof Refused)) throw error;
  return (error.userErrors as readonly FoundError[]).map((userError) =>
    toUserError(userError, locale),
  );
}
