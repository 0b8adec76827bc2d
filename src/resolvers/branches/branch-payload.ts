import { Field, ID, InputType, ObjectType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { Branch } from "../../entities/branches/branch";
import { LONGEST } from "../../services/branches/settings/settings-limits";
import { AtMost } from "../schema/at-most";
import { connectionOf } from "../schema/connection";
import { IDEMPOTENCY_KEY, KEY_LENGTH } from "../schema/idempotency-key";
import { CurrencyCode } from "../schema/money";
import { payloadOf } from "../schema/user-error";
import { UserError } from "../schema/user-error-types";
import { HealthCheck } from "./branch-health";

export const BranchConnection = connectionOf("Branch", Branch);

@InputType({ description: "A branch that is not connected to a POS yet." })
export class CreateBranchInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String, { description: "Name of the branch, as guests and operators see it." })
  name!: string;

  @AtMost({ characters: LONGEST.timeZone, asUserError: true })
  @Field(() => String, { description: "IANA time zone, for example Europe/Moscow." })
  timeZone!: string;

  @Field(() => CurrencyCode, {
    defaultValue: CurrencyCode.RUB,
    description:
      "The currency of every price and amount of the branch. It cannot be changed later.",
  })
  currencyCode!: CurrencyCode;

  @AtMost({ characters: LONGEST.country, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Country as an ISO 3166-1 alpha-2 code, for example RU. If omitted, it is derived from the currency and time zone.",
  })
  country?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The company of the branch: Company.id. If omitted, the company of your key; for the administrator of the platform, the first company.",
  })
  companyId?: string | null;

  @AtMost(KEY_LENGTH)
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The branch after the change, or the reasons why nothing was changed.",
})
export class BranchPayload {
  @Field(() => Branch, {
    nullable: true,
    description: "The branch as it is now; null if `userErrors` explains why nothing was changed.",
  })
  branch?: Branch | null;

  @Field(() => [HealthCheck], {
    description:
      "Findings of the connection doctor after saveBranchSettings(verify: true). They never prevent saving.",
  })
  checks!: HealthCheck[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

/** Runs a use case that changes a branch; its connection has not been checked yet. */
export async function branchPayload(
  locale: Locale,
  run: () => Promise<Branch>,
): Promise<BranchPayload> {
  return { ...(await payloadOf(locale, async () => ({ branch: await run() }))), checks: [] };
}
