import { Field, ObjectType, registerEnumType } from "type-graphql";

import { type Context } from "../../context";
import { actorOf, operatesBranch } from "../../domain/access/viewer";
import { type Order } from "../../entities/orders/order";
import {
  CommandKind,
  CommandOutcome,
  type OrderCommand,
} from "../../entities/orders/order-command";
import { publicFailure } from "../schema/public-failure";
import { DateTime } from "../schema/scalars";
import { UpstreamUserError } from "../schema/user-error-types";

registerEnumType(CommandOutcome, {
  name: "CommandOutcome",
  description: "Outcome of a command sent to the till.",
  valuesConfig: {
    PENDING: { description: "The command was sent, and its outcome is not known yet." },
    DONE: { description: "The till has carried out the command." },
    REFUSED: {
      description:
        "The POS refused: the order continues, and the staff have to settle it at the till.",
    },
    UNREACHABLE: {
      description:
        "The POS gave no usable answer despite repeated attempts: it is unknown whether the command was carried out.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A request to cancel an order, and its outcome.",
})
export class OrderCancellation {
  @Field(() => DateTime, { description: "When the cancellation was requested." })
  requestedAt!: Date;

  @Field(() => CommandOutcome, { description: "Outcome of the request so far." })
  outcome!: CommandOutcome;

  @Field(() => String, {
    nullable: true,
    description: "The reason given. Shown to operators and to the person who gave it.",
  })
  reason!: string | null;

  @Field(() => UpstreamUserError, {
    nullable: true,
    description: "Why the till did not cancel the order; shown to operators only.",
  })
  error!: UpstreamUserError | null;
}

/** Returns the newest cancellation among an order's commands, as the viewer may see it. */
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
  return { requestedAt, outcome, reason, error: operator ? publicFailure(fault, locale) : null };
}
