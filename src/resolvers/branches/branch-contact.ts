import { Field, ID, Int, ObjectType } from "type-graphql";

import { FallbackKind } from "../schema/vendor-kinds";
import { DateTime } from "../schema/scalars";

@ObjectType({
  simpleResolvers: true,
  description: "How a way to the staff of a branch has worked in the last day.",
})
export class ChannelContact {
  @Field(() => FallbackKind, { description: "The way the message goes." })
  kind!: string;

  @Field(() => String, {
    description: "What the way is called, in the language of Accept-Language: e-mail.",
  })
  label!: string;

  @Field(() => String, { description: "Where to, as FallbackChannel.target." })
  target!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it last took a message; null: not in the last day.",
  })
  lastSentAt!: Date | null;

  @Field(() => Int, { description: "How many messages it has not taken yet." })
  waiting!: number;

  @Field(() => String, {
    nullable: true,
    description: "What it last said against a message that it has not taken; null: nothing.",
  })
  error!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "How a branch is heard, as the gateway knows it without asking anybody.",
})
export class BranchContact {
  @Field(() => ID, { description: "Which branch is heard so: Branch.id." })
  branchId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the POS last told of a change of the branch's orders, or was asked for changes, within 10 s; null: never.",
  })
  posHeardAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the newest order that the till has was taken; null: it has none.",
  })
  lastInTillAt!: Date | null;

  @Field(() => [ChannelContact], {
    description: "The ways to the staff that are switched on, as the settings have them.",
  })
  channels!: readonly ChannelContact[];
}
