import { Field, InputType, ObjectType } from "type-graphql";

import { type Locale } from "../../domain/locale";
import { Branch } from "../../entities/branch";
import { LONGEST } from "../../services/branches/settings-limits";
import { AtMost } from "./at-most";
import { connectionOf } from "./connection";
import { CurrencyCode } from "./money";
import { HealthCheck } from "./branch-health";
import { payloadOf, UserError } from "./user-error";

export const BranchConnection = connectionOf("Branch", Branch);

@InputType()
export class CreateBranchInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String)
  name!: string;

  @AtMost({ characters: LONGEST.timeZone, asUserError: true })
  @Field(() => String, { description: "IANA zone, for example Europe/Moscow." })
  timeZone!: string;

  @Field(() => CurrencyCode, { defaultValue: CurrencyCode.RUB })
  currencyCode!: CurrencyCode;

  @AtMost({ characters: LONGEST.country, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-2, for example RU; left out: what currency and time zone tell.",
  })
  country?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class BranchPayload {
  @Field(() => Branch, { nullable: true })
  branch?: Branch | null;

  @Field(() => [HealthCheck], {
    description:
      "What the connection doctor found, after saveBranchSettings(verify: true). It never hinders the saving.",
  })
  checks!: HealthCheck[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

/** Runs a use case that changes a branch; nobody has looked at its connection yet. */
export async function branchPayload(locale: Locale, run: () => Promise<Branch>): Promise<BranchPayload> {
  return { ...(await payloadOf(locale, async () => ({ branch: await run() }))), checks: [] };
}
