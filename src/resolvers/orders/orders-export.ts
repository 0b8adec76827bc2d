import { Field, Int, ObjectType } from "type-graphql";

import { UserError } from "../schema/user-error-types";

@ObjectType({ simpleResolvers: true, description: "One page of orders as a table." })
export class OrdersExport {
  @Field(() => String, {
    description:
      "CSV in the form that spreadsheets of the language expect: semicolons and decimal commas in Russian. The first page begins with the column names. No cell is a formula.",
  })
  csv!: string;

  @Field(() => Int, { description: "Number of orders on the page." })
  orders!: number;

  @Field(() => String, {
    nullable: true,
    description: "Pass it as `after` to get the next page; null on the last page.",
  })
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of exportOrders." })
export class ExportOrdersPayload {
  @Field(() => OrdersExport, {
    nullable: true,
    description: "The page; null if `userErrors` explains why there is none.",
  })
  page?: OrdersExport | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
