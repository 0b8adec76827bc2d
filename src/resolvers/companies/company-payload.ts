import { Field, InputType, ObjectType } from "type-graphql";

import { Company } from "../../entities/companies/company";
import { LONGEST } from "../../services/branches/settings/settings-limits";
import { LONGEST_ORIGIN, MOST_ORIGINS } from "../../services/companies/company-origins";
import { AtMost } from "../schema/at-most";
import { connectionOf } from "../schema/connection";
import { IDEMPOTENCY_KEY, KEY_LENGTH } from "../schema/idempotency-key";
import { UserError } from "../schema/user-error-types";

const ORIGINS = { characters: LONGEST_ORIGIN, items: MOST_ORIGINS, asUserError: true };

@InputType({ description: "A company whose branches and keys are created afterwards." })
export class CreateCompanyInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String, { description: "Name of the company, as operators see it." })
  name!: string;

  @AtMost(ORIGINS)
  @Field(() => [String], {
    defaultValue: [],
    description: "Sites of its storefronts: scheme and host, for example https://pizza.example.ru.",
  })
  origins!: string[];

  @AtMost(KEY_LENGTH)
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@InputType({ description: "Changes to a company; omitted fields stay unchanged." })
export class CompanyInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String, { nullable: true, description: "Its new name, as operators see it." })
  name?: string | null;

  @AtMost(ORIGINS)
  @Field(() => [String], {
    nullable: true,
    description: "All sites of its storefronts, in place of those it has.",
  })
  origins?: string[] | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The company after the change, or the reasons why nothing was changed.",
})
export class CompanyPayload {
  @Field(() => Company, {
    nullable: true,
    description: "The company as it is now; null if `userErrors` explains why nothing was changed.",
  })
  company?: Company | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export const CompanyConnection = connectionOf("Company", Company);
