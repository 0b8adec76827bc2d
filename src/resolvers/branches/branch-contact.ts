import { Field, ID, Int, ObjectType } from "type-graphql";

import { DateTime } from "../schema/scalars";
import { FallbackKind } from "../schema/vendor-kinds";

@ObjectType({
  simpleResolvers: true,
  description: "How a channel to the staff of a branch has worked in the last day.",
})
export class ChannelContact {
  @Field(() => FallbackKind, { description: "E-mail or one of the messengers." })
  kind!: string;

  @Field(() => String, {
    description: "What the way is called, in the language of Accept-Language: e-mail.",
  })
  label!: string;

  @Field(() => String, { description: "The address, as in FallbackChannel.target." })
  target!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When a message was last delivered; null if none was in the last day.",
  })
  lastSentAt!: Date | null;

  @Field(() => Int, { description: "Number of messages that have not been delivered yet." })
  waiting!: number;

  @Field(() => String, {
    nullable: true,
    description: "The last error for a message that has not been delivered; null if there is none.",
  })
  error!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "When the gateway last heard from a branch's POS, till and staff channels, without asking any of them.",
})
export class BranchContact {
  @Field(() => ID, { description: "The branch that this is about: Branch.id." })
  branchId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the POS last reported a change of the branch's orders or was last polled, accurate to 10 s; null if never.",
  })
  posHeardAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the newest order that is in the till was accepted; null if there is none.",
  })
  lastInTillAt!: Date | null;

  @Field(() => [ChannelContact], {
    description: "The enabled channels to the staff, in the order of the settings.",
  })
  channels!: readonly ChannelContact[];
}
