import { FieldResolver, Int, Resolver, Root } from "type-graphql";

import { OrderConnection, type OrderPage } from "./order-page";

@Resolver(() => OrderConnection)
export class OrderPageResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Total number of entries on all pages; null if there are more than 10,000. Counted only if it is requested.",
  })
  totalCount(@Root() page: OrderPage): Promise<number | null> {
    return page.count();
  }
}
