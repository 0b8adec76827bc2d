import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { formatThousandths } from "../../domain/money/money";
import { UserErrorCode } from "../../domain/faults/user-error-code";
import { type UserFault } from "../../domain/faults/user-fault";
import { isLockTimeout, Refused, RefusalKind } from "../../errors";
import { Money, toMoney } from "./money";
import { OrderClaim } from "./order-claim";
import { Decimal, Uuid } from "./scalars";
import { Source } from "./source";
import { USER_ERROR_CODES } from "./user-error-codes";

registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  valuesConfig: USER_ERROR_CODES,
  description:
    "What a caller can mend: in `userErrors`, in issues of the catalogue, and as the reason of a change in a plan. Values are only ever added.",
});
registerEnumType(RefusalKind, {
  name: "RefusalKind",
  description: "Why a POS refused an order, as far as what to do next depends on it.",
  valuesConfig: {
    RETRY: { description: "The same order may succeed later; the gateway repeats it." },
    FINAL: { description: "Repeating the same order cannot help; the staff have it." },
    AMBIGUOUS: {
      description:
        "No proof of absence: the till may have the order. The gateway looks before it repeats.",
    },
    MAPPING: {
      description: "Menu, payment or discount mapping is wrong: the branch's settings must change.",
    },
    OPERATOR: { description: "The key, licence or till needs a person." },
  },
});

@InterfaceType({
  description: "Something the caller can mend. `message` follows Accept-Language (ru, en).",
  resolveType: (value: UserError) => value.constructor.name,
})
export abstract class UserError {
  @Field(() => String, { description: "What is wrong in one sentence, to be shown as it is." })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path into the arguments, for example input.lines.0.sizeId.",
  })
  field!: string[] | null;

  @Field(() => UserErrorCode, {
    description:
      "What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID.",
  })
  code!: UserErrorCode;

  @Field(() => Boolean, { description: "May the same succeed later, unchanged?" })
  retryable!: boolean;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Something to mend that needs no more than a code, a place and a sentence.",
})
export class GenericUserError extends UserError {}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Something to mend about a dish, an option or a price.",
})
export class ItemUserError extends UserError {
  @Field(() => String, {
    nullable: true,
    description:
      "The article that it is about; empty where it is about the whole order, null where there is none.",
  })
  article!: string | null;

  @Field(() => Money, {
    nullable: true,
    description:
      "With PRICE_CHANGED: today's price, of one unit or of the whole order as `field` says. null: no price is to blame, or it has to be asked for anew.",
  })
  currentPrice!: Money | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "With ITEM_UNAVAILABLE: how much there is for this line, after what earlier lines of the order take.",
  })
  availableAmount!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Something that the POS refused or did not answer.",
})
export class UpstreamUserError extends UserError {
  @Field(() => Source, { description: "Which side said it: IIKO, the POS." })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description: "The POS's own code for what is wrong; null: it gave none.",
  })
  upstreamCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The POS's own words, for whoever looks for the fault. Do not show them to guests.",
  })
  upstreamMessage!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's id of the call; its support asks for it. null: the POS gave none.",
  })
  correlationId!: string | null;

  @Field(() => RefusalKind, {
    nullable: true,
    description: "What follows from the refusal; null where it is no order's.",
  })
  reason!: RefusalKind | null;

  @Field(() => String, {
    nullable: true,
    description: "What a person can do about it, in the language of `message`.",
  })
  fix!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "Somebody else is at the order: nothing was done, so that no two people enter it.",
})
export class OrderClaimedUserError extends UserError {
  @Field(() => OrderClaim, { description: "Who has the order, and until when." })
  claim!: OrderClaim;
}

const LOCKED: UserFault = {
  code: UserErrorCode.CONFLICT,
  field: null,
  message: {
    ru: "Это сейчас меняет кто-то ещё. Повторите через несколько секунд",
    en: "Somebody else is changing this now. Try again in a few seconds",
  },
  retryable: true,
};

export function toUserError(fault: UserFault, locale: Locale): UserError {
  const { code: ownCode, retryable: heals = false } = fault;
  const field = fault.field ? [...fault.field] : null;
  const common = { message: fault.message[locale], field, code: ownCode, retryable: heals };
  if (fault.item) {
    const { article, currentPrice, availableAmount, currency } = fault.item;
    return Object.assign(new ItemUserError(), common, {
      article,
      currentPrice: currentPrice === undefined ? null : toMoney(currentPrice, currency),
      availableAmount: availableAmount === undefined ? null : formatThousandths(availableAmount),
    });
  }
  if (fault.claim) {
    const claim = { ...fault.claim, mine: false };
    return Object.assign(new OrderClaimedUserError(), common, { claim });
  }
  if (!fault.upstream) return Object.assign(new GenericUserError(), common);
  const { code, message, correlationId, retryable, kind = null, fix } = fault.upstream;
  const upstream = { upstreamCode: code, upstreamMessage: message, correlationId, retryable };
  const details = { source: Source.IIKO, ...upstream, reason: kind, fix: fix?.[locale] ?? null };
  return Object.assign(new UpstreamUserError(), common, details);
}

/** The same words where nothing was refused yet. */
export function toWarning({ code, field, message }: UserFault, locale: Locale): GenericUserError {
  return toUserError({ code, field, message }, locale);
}

/**
 * Runs a use case for a mutation; a refusal becomes `userErrors`, everything else goes on being
 * thrown.
 */
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
 * What a refusal says, or a lock that was waited for in vain; everything else goes on being thrown.
 */
export function userErrorsOf(error: unknown, locale: Locale): UserError[] {
  if (isLockTimeout(error)) return [toUserError(LOCKED, locale)];
  if (!(error instanceof Refused)) throw error;
  return (error.faults as readonly UserFault[]).map((fault) => toUserError(fault, locale));
}
