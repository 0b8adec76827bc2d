import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { ClosedBecause } from "../../domain/hours/branch-open-state";
import { Branch } from "../../entities/branches/branch";
import { type BranchSettingsLoader } from "../../loaders/branches/branch-settings-loader";
import { type OpenStates } from "../../services/checkout/open-states";
import { Fulfilment } from "../orders/order-enums";
import { DateTime } from "../schema/scalars";
import { DayHours, WeekHours } from "./hours-rows";

registerEnumType(ClosedBecause, {
  name: "ClosedBecause",
  description: "Why a branch takes no orders now.",
  valuesConfig: {
    HOURS: { description: "It is outside its opening hours." },
    PAUSE: { description: "Orders are paused." },
    TILL_SILENT: {
      description:
        "Its till does not answer. It opens by itself once the till does; orders with `wantedAt` are taken meanwhile.",
    },
    NOT_CONNECTED: { description: "The branch is not connected to a POS." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "Whether a branch takes orders now, and when that changes.",
})
export class OpenState {
  @Field(() => Boolean, { description: "Whether as-soon-as-possible orders are taken now." })
  open!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it closes; null if it is closed, or does not close within two weeks.",
  })
  until!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When it opens; null if it is open, or if the time is not known: a pause without an end, or no hours within a year.",
  })
  opensAt!: Date | null;

  @Field(() => ClosedBecause, { nullable: true, description: "Why not; null if it is open." })
  closedBecause!: ClosedBecause | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many minutes an as-soon-as-possible order takes now, `extraMinutes` included; null if the branch does not say. A delivery zone with its own time decides instead: see deliveryOptions.",
  })
  minutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Lower bound, in minutes, of the interval to show to guests; null where `minutes` is. Going by the branch's last orders, about eight of ten come within the interval.",
  })
  minutesFrom!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Upper bound, in minutes, of the interval to show to guests; null where `minutes` is.",
  })
  minutesTo!: number | null;

  @Field(() => Int, {
    description:
      "How many minutes longer than usual orders take now: people said so, or the kitchen has many; 0 if not.",
  })
  extraMinutes!: number;

  @Field(() => Int, {
    description: "How many minutes longer people said that orders take; 0 if they did not.",
  })
  busyMinutes!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until when people said that orders take longer; null if they did not.",
  })
  busyUntil!: Date | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "When a branch takes orders, by its own clock.",
})
export class OrderingHours {
  @Field(() => [WeekHours], {
    description:
      "Hours of the week; a way of receiving an order without rows is open around the clock.",
  })
  week!: WeekHours[];

  @Field(() => [DayHours], { description: "Days that differ from the week." })
  days!: DayHours[];
}

interface UseCases {
  readonly branchSettings: BranchSettingsLoader;
  readonly openStates: OpenStates;
}

/** When a branch takes orders, for everyone. */
@Resolver(() => Branch)
export class BranchHoursResolver {
  constructor(private readonly useCases: UseCases) {}

  @FieldResolver(() => OrderingHours, { description: "When the branch takes orders." })
  async orderingHours(@Ctx() context: Context, @Root() { id }: Branch): Promise<OrderingHours> {
    const { hoursWeek, hoursDays } = await this.useCases.branchSettings.load(context, id);
    return { week: hoursWeek, days: hoursDays };
  }

  @FieldResolver(() => OpenState, {
    description:
      "Whether the branch takes such orders now, by its hours and pauses, and when that changes.",
  })
  async openState(
    @Ctx() context: Context,
    @Root() branch: Branch,
    @Arg("fulfilment", () => Fulfilment, {
      defaultValue: Fulfilment.DELIVERY,
      description: "How the order would be received: DELIVERY or PICKUP.",
    })
    fulfilment: Fulfilment,
  ): Promise<OpenState> {
    const received = fulfilment === Fulfilment.PICKUP ? fulfilment : Fulfilment.DELIVERY;
    const { branchSettings, openStates } = this.useCases;
    return openStates.of(branch, await branchSettings.load(context, branch.id), received);
  }
}
