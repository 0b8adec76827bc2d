import { Field, Int, ObjectType } from "type-graphql";

import { UserError } from "../schema/user-error";

@ObjectType({ simpleResolvers: true, description: "One page of orders as a table." })
export class OrdersExport {
  @Field(() => String, {
    description:
      "CSV, as spreadsheets of the language open it: semicolons and decimal commas in Russian. The names of the columns stand on the first page. No cell is a formula.",
  })
  csv!: string;

  @Field(() => Int, { description: "How many orders the page has." })
  orders!: number;

  @Field(() => String, {
    nullable: true,
    description: "`after` of the next page; null: this is the last.",
  })
  endCursor!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What exportOrders answers." })
export class ExportOrdersPayload {
  @Field(() => OrdersExport, {
    nullable: true,
    description: "The page; null when `userErrors` says why there is none.",
  })
  page?: OrdersExport | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
