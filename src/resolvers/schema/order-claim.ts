import { Field, ObjectType } from "type-graphql";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { claimOf } from "../../domain/orders/order-claim";
import { type Order } from "../../entities/orders/order";
import { DateTime } from "./scalars";

@ObjectType({
  simpleResolvers: true,
  description: "A person has claimed an order, so that two people do not enter it into the till.",
})
export class OrderClaim {
  @Field(() => String, { description: "The person's name: the label of the API key." })
  by!: string;

  @Field(() => DateTime, {
    description: "When the person claimed the order or last extended the claim.",
  })
  at!: Date;

  @Field(() => DateTime, {
    description:
      "When the claim ends by itself; it ends earlier if something is done to the order.",
  })
  until!: Date;

  @Field(() => Boolean, { description: "Whether the claim is the caller's own." })
  mine!: boolean;
}

/** null: no one is handling the order, or the caller does not work there. */
export function toClaim(order: Order, viewer: Viewer, now: Date): OrderClaim | null {
  const claim = operatesBranch(viewer, order.branchId) ? claimOf(order, now) : null;
  if (!claim) return null;
  const mine = viewer.kind === "key" && viewer.keyId === claim.keyId;
  return { by: claim.by, at: new Date(claim.at), until: new Date(claim.until), mine };
}
