import { FieldResolver, Int, Resolver, Root } from "type-graphql";

import { OrderConnection, type OrderPage } from "./order-page";

@Resolver(() => OrderConnection)
export class OrderPageResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Of all pages. Counted when it is asked for.",
  })
  totalCount(@Root() page: OrderPage): Promise<number> {
    return page.count();
  }
}
