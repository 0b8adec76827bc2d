import { Arg, Authorized, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { LONGEST } from "../../services/branches/settings/settings-limits";
import { type SendTestMessage } from "../../services/fallback/send-test-message";
import { AtMost } from "../schema/at-most";
import { payloadOf } from "../schema/user-error";
import { UserError } from "../schema/user-error-types";
import { FallbackKind } from "../schema/vendor-kinds";

@ObjectType({ simpleResolvers: true, description: "What sendTestMessage answers." })
export class TestMessagePayload {
  @Field(() => Boolean, {
    description:
      "true: the channel has accepted the message; whether anybody has read it is not known.",
  })
  sent!: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@Resolver()
export class TestMessageResolver {
  constructor(private readonly useCases: { readonly sendTestMessage: SendTestMessage }) {}

  @Mutation(() => TestMessagePayload, {
    description:
      "Writes one message to a recipient that stands in the branch's settings, and waits until the channel has taken it. " +
      "Not safe to repeat: each call sends one, at most one in ten seconds to one recipient.",
  })
  @Authorized(Scope.OPERATOR)
  async sendTestMessage(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "The branch it is a recipient of: Branch.id." })
    branchId: string,
    @Arg("kind", () => FallbackKind, { description: "FallbackChannel.kind." }) kind: string,
    @AtMost({ characters: LONGEST.target })
    @Arg("target", () => String, { description: "FallbackChannel.target." })
    target: string,
  ): Promise<TestMessagePayload> {
    const { sendTestMessage } = this.useCases;
    const payload = await payloadOf(locale, async () => {
      await sendTestMessage.execute(viewer, { branchId, kind, target });
      return { sent: true };
    });
    return Object.assign({ sent: false }, payload);
  }
}
