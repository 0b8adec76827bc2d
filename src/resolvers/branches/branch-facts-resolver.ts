import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { pointOf } from "../../domain/texts/point-text";
import { Branch } from "../../entities/branches/branch";
import { type BranchSettingsLoader } from "../../loaders/branches/branch-settings-loader";
import { takenMethods } from "../../services/checkout/taken-methods";
import { PaymentMethod } from "../orders/payment-method";
import { Money, toMoney } from "../schema/money";
import { Decimal } from "../schema/scalars";

@ObjectType({
  simpleResolvers: true,
  description:
    "What a branch says of itself to guests. Its hours are Branch.orderingHours, and terms that depend on the address Branch.deliveryZones.",
})
export class BranchFacts {
  @Field(() => String, {
    nullable: true,
    description: "Where guests find it, in one line; null if nobody said.",
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For questions of guests, for example +74852123456; null if nobody said.",
  })
  phone!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Degrees north; null if nobody said where it is on the map.",
  })
  latitude!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Degrees east; null if nobody said where it is on the map.",
  })
  longitude!: string | null;

  @Field(() => [PaymentMethod], {
    description: "The ways in which an order can be paid; createOrder refuses the others.",
  })
  paymentMethods!: PaymentMethod[];

  @Field(() => Money, { description: "Delivery fee where no zone has its own." })
  deliveryFee!: Money;

  @Field(() => Money, {
    nullable: true,
    description:
      "Delivery is free from this sum of dishes, before discounts, where no zone says otherwise; null means never.",
  })
  freeDeliveryFrom!: Money | null;
}

/** What a branch states about itself, for everyone. */
@Resolver(() => Branch)
export class BranchFactsResolver {
  constructor(private readonly useCases: { readonly branchSettings: BranchSettingsLoader }) {}

  @FieldResolver(() => BranchFacts, {
    description: "Where guests find the branch, how they reach it and how they can pay.",
  })
  async facts(@Ctx() context: Context, @Root() { id, currencyCode }: Branch): Promise<BranchFacts> {
    const settings = await this.useCases.branchSettings.load(context, id);
    const { publicAddress, publicPhone, publicPoint, deliveryFee, freeDeliveryFrom } = settings;
    const point = publicPoint === null ? null : pointOf(publicPoint);
    return {
      address: publicAddress,
      phone: publicPhone,
      latitude: point && String(point.latitude),
      longitude: point && String(point.longitude),
      paymentMethods: takenMethods(settings),
      deliveryFee: toMoney(deliveryFee, currencyCode),
      freeDeliveryFrom: freeDeliveryFrom === null ? null : toMoney(freeDeliveryFrom, currencyCode),
    };
  }
}
