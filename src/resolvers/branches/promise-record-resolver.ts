import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { NOT_ALLOWED } from "../../domain/errors/thrown-texts";
import { Branch } from "../../entities/branches/branch";
import { Forbidden } from "../../errors";
import { type MeasuredPromises } from "../../services/checkout/measured-promises";
import { Fulfilment } from "../orders/order-enums";

@ObjectType({
  simpleResolvers: true,
  description:
    "How accurate the intervals shown to guests have been, against when the till says that orders were ready to collect, or delivered.",
})
export class PromiseRecord {
  @Field(() => Int, {
    description:
      "Number of as-soon-as-possible orders that count: of the branch's newest 200 within 14 days, those that were promised an interval and have come within four hours.",
  })
  orders!: number;

  @Field(() => Int, { description: "Number of these that came within their interval." })
  kept!: number;

  @Field(() => Int, { description: "Number of these that came before it." })
  early!: number;

  @Field(() => Int, { description: "Number of these that came after it." })
  late!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Median minutes after the end of the interval, of those that came after it; null if none did.",
  })
  minutesLate!: number | null;
}

/** How well a branch kept its promises, for those who work for it. */
@Resolver(() => Branch)
export class PromiseRecordResolver {
  constructor(private readonly useCases: { readonly measuredPromises: MeasuredPromises }) {}

  @FieldResolver(() => PromiseRecord, {
    description:
      "How the branch's promises have been kept; `openState.minutesFrom` and `minutesTo` follow it from 20 orders on. Measured once an hour. For operators of the branch; others get FORBIDDEN.",
  })
  @Authorized(Scope.OPERATOR)
  async promiseRecord(
    @Ctx() { viewer }: Context,
    @Root() { id }: Branch,
    @Arg("fulfilment", () => Fulfilment, {
      defaultValue: Fulfilment.DELIVERY,
      description: "How the orders were received: DELIVERY or PICKUP.",
    })
    fulfilment: Fulfilment,
  ): Promise<PromiseRecord> {
    if (!operatesBranch(viewer, id)) throw new Forbidden(NOT_ALLOWED);
    const received = fulfilment === Fulfilment.PICKUP ? fulfilment : Fulfilment.DELIVERY;
    return this.useCases.measuredPromises.of(id, received);
  }
}
