import { Field, Int, ObjectType } from "type-graphql";

import { UserError } from "../schema/user-error-types";

@ObjectType({ simpleResolvers: true, description: "One page of all data stored about a guest." })
export class CustomerExport {
  @Field(() => String, {
    description:
      "JSON with phone; orders, oldest first, each with its rows by table; and, on the first page, rows that belong to no order.",
  })
  document!: string;

  @Field(() => Int, {
    description: "Number of orders on the page. A page may be shorter if its orders are large.",
  })
  orders!: number;

  @Field(() => Int, { description: "Total number of orders on all pages." })
  totalOrders!: number;

  @Field(() => String, {
    nullable: true,
    description: "Pass it as `after` to get the next page; null on the last page.",
  })
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of exportCustomer." })
export class ExportCustomerPayload {
  @Field(() => CustomerExport, {
    nullable: true,
    description: "The page; null if `userErrors` explains why there is none.",
  })
  page?: CustomerExport | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "Result of eraseCustomer." })
export class EraseCustomerPayload {
  @Field(() => Int, {
    nullable: true,
    description:
      "Number of orders from which the guest's data was erased. 0 if nothing was known about the guest, or nothing any more.",
  })
  erasedOrders?: number | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
