import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/locale";
import { UserErrorCode } from "../../domain/user-error-code";
import { type UserFault } from "../../domain/user-fault";
import { Refused } from "../../errors";
import { Money, toMoney } from "./money";
import { Uuid } from "./scalars";
import { Source } from "./source";

registerEnumType(UserErrorCode, { name: "UserErrorCode" });

@InterfaceType({
  description: "Something the caller can mend. `message` follows Accept-Language (ru, en).",
  resolveType: (value: UserError) => value.constructor.name,
})
export abstract class UserError {
  @Field(() => String)
  message!: string;

  @Field(() => [String], { nullable: true, description: "Path into the arguments, for example input.lines.0.sizeId." })
  field!: string[] | null;

  @Field(() => UserErrorCode)
  code!: UserErrorCode;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class GenericUserError extends UserError {}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class ItemUserError extends UserError {
  @Field(() => String, { nullable: true })
  article!: string | null;

  @Field(() => Money, { nullable: true })
  currentPrice!: Money | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class UpstreamUserError extends UserError {
  @Field(() => Source)
  source!: Source;

  @Field(() => String, { nullable: true })
  upstreamCode!: string | null;

  @Field(() => String, { nullable: true })
  upstreamMessage!: string | null;

  @Field(() => Uuid, { nullable: true })
  correlationId!: string | null;

  @Field(() => Boolean)
  retryable!: boolean;
}

export function toUserError(fault: UserFault, locale: Locale): UserError {
  const common = { message: fault.message[locale], field: fault.field ? [...fault.field] : null, code: fault.code };
  if (fault.item) {
    const { article, currentPrice, currency } = fault.item;
    const price = currentPrice === undefined ? null : toMoney(currentPrice, currency);
    return Object.assign(new ItemUserError(), common, { article, currentPrice: price });
  }
  if (!fault.upstream) return Object.assign(new GenericUserError(), common);
  const { code, message, correlationId, retryable } = fault.upstream;
  const details = { source: Source.IIKO, upstreamCode: code, upstreamMessage: message, correlationId, retryable };
  return Object.assign(new UpstreamUserError(), common, details);
}

/** Runs a use case for a mutation; a refusal becomes `userErrors`, everything else goes on being thrown. */
export async function payloadOf<T extends object>(
  locale: Locale,
  run: () => Promise<T>,
): Promise<Partial<T> & { userErrors: UserError[] }> {
  try {
    return { ...(await run()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const faults = error.faults as readonly UserFault[];
    return { userErrors: faults.map((fault) => toUserError(fault, locale)) } as Partial<T> & {
      userErrors: UserError[];
    };
  }
}
