import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { Branch } from "../../entities/branches/branch";
import { type SetBusyMode } from "../../services/branches/set-busy-mode";
import { type SetOrderAcceptance } from "../../services/branches/set-order-acceptance";
import { type RegisterWebhook } from "../../services/pos/register-webhook";
import { type RenewWebhookToken } from "../../services/pos/renew-webhook-token";
import { DateTime } from "../schema/scalars";
import { BranchPayload, branchPayload } from "./branch-payload";

interface UseCases {
  readonly setOrderAcceptance: SetOrderAcceptance;
  readonly setBusyMode: SetBusyMode;
  readonly registerWebhook: RegisterWebhook;
  readonly renewWebhookToken: RenewWebhookToken;
  readonly clock: { now(): Date };
}

/** Day-to-day operation of a branch: its pauses and its web hook. */
@Resolver(() => Branch)
export class BranchOperationResolver {
  constructor(private readonly useCases: UseCases) {}

  @FieldResolver(() => Boolean, {
    description: "Whether such orders are accepted now. A pause with an end time ends by itself.",
  })
  acceptingDelivery(@Root() branch: Branch): boolean {
    return branch.accepts(Fulfilment.DELIVERY, this.useCases.clock.now());
  }

  @FieldResolver(() => Boolean, {
    description: "Whether such orders are accepted now. A pause with an end time ends by itself.",
  })
  acceptingPickup(@Root() branch: Branch): boolean {
    return branch.accepts(Fulfilment.PICKUP, this.useCases.clock.now());
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "When the pause ends; null if there is no pause, or until somebody reopens the branch.",
  })
  deliveryPausedUntil(@Root() branch: Branch): Date | null {
    return this.acceptingDelivery(branch) ? null : branch.deliveryPausedUntil;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "When the pause ends; null if there is no pause, or until somebody reopens the branch.",
  })
  pickupPausedUntil(@Root() branch: Branch): Date | null {
    return this.acceptingPickup(branch) ? null : branch.pickupPausedUntil;
  }

  @Mutation(() => BranchPayload, {
    description: "Opens or closes a branch for orders; what is omitted stays unchanged.",
  })
  @Authorized(Scope.OPERATOR)
  setOrderAcceptance(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "The branch that is opened or closed: Branch.id." })
    branchId: string,
    @Arg("delivery", () => Boolean, {
      nullable: true,
      description: "Whether deliveries are accepted; unchanged if omitted or null.",
    })
    delivery: boolean | null,
    @Arg("pickup", () => Boolean, {
      nullable: true,
      description: "Whether pick-up orders are accepted; unchanged if omitted or null.",
    })
    pickup: boolean | null,
    @Arg("until", () => DateTime, {
      nullable: true,
      description:
        "When what is closed now reopens automatically. If omitted, somebody has to reopen it.",
    })
    until: Date | null,
  ): Promise<BranchPayload> {
    const { setOrderAcceptance } = this.useCases;
    return branchPayload(locale, () =>
      setOrderAcceptance.execute(viewer, branchId, { delivery, pickup, until }),
    );
  }

  @Mutation(() => BranchPayload, {
    description:
      "Says that the kitchen is slower than usual: as-soon-as-possible orders are promised later, and the first time slot is further away. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  setBusyMode(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "The branch that is busy: Branch.id." })
    branchId: string,
    @Arg("minutes", () => Int, {
      description: "How many minutes longer than usual orders take, 0 to 240; 0 ends the mode.",
    })
    minutes: number,
    @Arg("until", () => DateTime, {
      nullable: true,
      description: "When the mode ends by itself, within 24 hours; required unless `minutes` is 0.",
    })
    until: Date | null,
  ): Promise<BranchPayload> {
    const { setBusyMode } = this.useCases;
    return branchPayload(locale, () => setBusyMode.execute(viewer, branchId, { minutes, until }));
  }

  @Mutation(() => BranchPayload, {
    description:
      "Registers the gateway's web hook in the POS, so that it pushes order changes. Safe to repeat.",
  })
  @Authorized(Scope.ADMIN)
  registerWebhook(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description: "The branch whose organization is registered: Branch.id.",
    })
    branchId: string,
    @Arg("force", () => Boolean, {
      defaultValue: false,
      description: "Whether to replace a web hook of another system.",
    })
    force: boolean,
  ): Promise<BranchPayload> {
    const { registerWebhook } = this.useCases;
    return branchPayload(locale, () => registerWebhook.execute(viewer, branchId, force));
  }

  @Mutation(() => BranchPayload, {
    description:
      "Replaces the token for web hooks of the branch's organization. The old one expires ten minutes after the POS has received the new one. Repeat the call if the POS did not answer: until then the old token stays valid.",
  })
  @Authorized(Scope.ADMIN)
  renewWebhookToken(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "A branch of the organization: Branch.id." })
    branchId: string,
  ): Promise<BranchPayload> {
    const { renewWebhookToken } = this.useCases;
    return branchPayload(locale, () => renewWebhookToken.execute(viewer, branchId));
  }
}
