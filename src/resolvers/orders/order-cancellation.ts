import { Field, ObjectType, registerEnumType } from "type-graphql";

import { type Context } from "../../context";
import { actorOf, operatesBranch } from "../../domain/access/viewer";
import { type Order } from "../../entities/orders/order";
import {
  CommandKind,
  CommandOutcome,
  type OrderCommand,
} from "../../entities/orders/order-command";
import { publicFault } from "../schema/public-fault";
import { DateTime } from "../schema/scalars";
import { UpstreamUserError } from "../schema/user-error";

registerEnumType(CommandOutcome, {
  name: "CommandOutcome",
  description: "What became of something asked of the till.",
  valuesConfig: {
    PENDING: { description: "It was asked for, and the outcome is not known yet." },
    DONE: { description: "It was done." },
    REFUSED: {
      description:
        "The POS said no: the order goes on, and the staff have to settle it at the till.",
    },
    UNREACHABLE: {
      description:
        "The POS gave no usable answer, however often it was asked: nobody knows whether it was done.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A wish to cancel an order, and what became of it.",
})
export class OrderCancellation {
  @Field(() => DateTime, { description: "When the order was asked to be cancelled." })
  requestedAt!: Date;

  @Field(() => CommandOutcome, { description: "What has become of the wish so far." })
  outcome!: CommandOutcome;

  @Field(() => String, {
    nullable: true,
    description: "Shown to operators, and to whoever gave it.",
  })
  reason!: string | null;

  @Field(() => UpstreamUserError, {
    nullable: true,
    description: "Why the till did not cancel; shown to operators only.",
  })
  error!: UpstreamUserError | null;
}

/** The newest of an order's commands that is a cancellation, as the viewer may see it. */
export function toCancellation(
  commands: readonly OrderCommand[],
  { branchId }: Order,
  { viewer, locale }: Context,
): OrderCancellation | null {
  const command = commands.filter(({ kind }) => kind === CommandKind.CANCEL).at(-1);
  if (!command) return null;
  const operator = operatesBranch(viewer, branchId);
  const { requestedAt, outcome, fault } = command;
  const reason =
    operator || (viewer.kind === "customer" && command.actor === actorOf(viewer))
      ? command.reason
      : null;
  return { requestedAt, outcome, reason, error: operator ? publicFault(fault, locale) : null };
}
