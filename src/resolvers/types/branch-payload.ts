import { Field, InputType, ObjectType } from "type-graphql";

import { Branch } from "../../entities/branch";
import { connectionOf } from "./connection";
import { CurrencyCode } from "./money";
import { UserError } from "./user-error";

export const BranchConnection = connectionOf("Branch", Branch);

@InputType()
export class CreateBranchInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "IANA zone, for example Europe/Moscow." })
  timeZone!: string;

  @Field(() => CurrencyCode, { defaultValue: CurrencyCode.RUB })
  currencyCode!: CurrencyCode;
}

@ObjectType({ simpleResolvers: true })
export class BranchPayload {
  @Field(() => Branch, { nullable: true })
  branch?: Branch | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
