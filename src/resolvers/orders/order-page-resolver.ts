import { FieldResolver, Int, Resolver, Root } from "type-graphql";

import { OrderConnection, type OrderPage } from "./order-page";

@Resolver(() => OrderConnection)
export class OrderPageResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Total number of entries on all pages. Counted only if it is requested.",
  })
  totalCount(@Root() page: OrderPage): Promise<number> {
    return page.count();
  }
}
