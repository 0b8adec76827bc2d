import { Field, Int, ObjectType } from "type-graphql";

import { UserError } from "../schema/user-error";

@ObjectType({ simpleResolvers: true, description: "One page of all that is held of a guest." })
export class CustomerExport {
  @Field(() => String, {
    description:
      "JSON: phone; orders, oldest first, each with its rows table by table; rows, on the first page, what belongs to no order.",
  })
  document!: string;

  @Field(() => Int, {
    description: "How many orders the page has. It ends early where they are large.",
  })
  orders!: number;

  @Field(() => Int, { description: "How many orders there are on all pages together." })
  totalOrders!: number;

  @Field(() => String, {
    nullable: true,
    description: "`after` of the next page; null: this is the last.",
  })
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What exportCustomer answers." })
export class ExportCustomerPayload {
  @Field(() => CustomerExport, {
    nullable: true,
    description: "The page; null when `userErrors` says why there is none.",
  })
  page?: CustomerExport | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What eraseCustomer answers." })
export class EraseCustomerPayload {
  @Field(() => Int, {
    nullable: true,
    description:
      "Orders that do not tell any more whose they are. 0: nothing was known of the guest, or not any more.",
  })
  erasedOrders?: number | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
