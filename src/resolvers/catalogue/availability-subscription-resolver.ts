import { Arg, ID, Resolver, Root, type SubscribeResolverData, Subscription } from "type-graphql";

import { type Context } from "../../context";
import { NO_SUCH_PRODUCT_ANY_MORE } from "../../domain/errors/thrown-texts";
import { NotFound } from "../../errors";
import { type AvailabilityChange } from "../../services/catalogue/menu/changed-availability";
import { Product } from "./product";
import { publicProductOf } from "./public-menu";

@Resolver()
export class AvailabilitySubscriptionResolver {
  @Subscription(() => Product, {
    description:
      "Each product of the branch whose availability changes, including that of its sizes and options, once per change. There is no initial state: query `menu` after subscribing. Changes that happen while the connection is down are not repeated.",
    subscribe: ({
      args,
      context,
    }: SubscribeResolverData<unknown, Record<string, unknown>, Context>) => {
      const { branchId } = args as { branchId: string };
      return context.followAvailability.of(context.viewer, branchId);
    },
  })
  availabilityChanged(
    @Root() { shown, article }: AvailabilityChange,
    @Arg("branchId", () => ID, { description: "The branch whose menu to follow: Branch.id." })
    _branchId: string,
  ): Product {
    const product = publicProductOf(shown, article);
    if (!product) throw new NotFound(NO_SUCH_PRODUCT_ANY_MORE);
    return product;
  }
}
