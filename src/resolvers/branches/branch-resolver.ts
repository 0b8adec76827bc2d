import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { NOT_ALLOWED } from "../../domain/faults/thrown-texts";
import { type Context } from "../../context";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { hasScope, operatesBranch, Scope } from "../../domain/access/viewer";
import { Branch } from "../../entities/branches/branch";
import { Forbidden } from "../../errors";
import { type BranchSettingsLoader } from "../../loaders/branches/branch-settings-loader";
import { type SettingsChangesLoader } from "../../loaders/branches/settings-changes-loader";
import { perRequest } from "../../loaders/per-request";
import {
  type BranchHealth as Findings,
  type CheckBranch,
} from "../../services/branches/doctor/check-branch";
import { type CreateBranch } from "../../services/branches/create-branch";
import { type FindBranch } from "../../services/branches/find-branch";
import { type FindBranches } from "../../services/branches/find-branches";
import { type RegisterWebhook } from "../../services/pos/register-webhook";
import { type RenewWebhookToken } from "../../services/pos/renew-webhook-token";
import { type SaveBranchSettings } from "../../services/branches/settings/save-branch-settings";
import { type SetOrderAcceptance } from "../../services/branches/set-order-acceptance";
import { AtMost, CURSOR } from "../schema/at-most";
import { BranchHealth, toBranchHealth, toHealthChecks } from "./branch-health";
import {
  BranchConnection,
  branchPayload,
  BranchPayload,
  CreateBranchInput,
} from "./branch-payload";
import { BranchSettings, toBranchSettings } from "./branch-settings";
import { toSettingsChange } from "./to-settings-change";
import { BranchSettingsInput } from "./branch-settings-input";
import { type Connection, pageOf } from "../schema/connection";
import { DateTime } from "../schema/scalars";
import { changesAsked, pageOfChanges, SettingsChangeConnection } from "./settings-change-page";

interface UseCases {
  readonly findBranches: FindBranches;
  readonly findBranch: FindBranch;
  readonly createBranch: CreateBranch;
  readonly saveBranchSettings: SaveBranchSettings;
  readonly setOrderAcceptance: SetOrderAcceptance;
  readonly registerWebhook: RegisterWebhook;
  readonly renewWebhookToken: RenewWebhookToken;
  readonly checkBranch: CheckBranch;
  readonly branchSettings: BranchSettingsLoader;
  readonly settingsChanges: SettingsChangesLoader;
  readonly clock: { now(): Date };
}

@Resolver(() => Branch)
export class BranchResolver {
  /** The POS is asked once per branch and request, however often the query names the field. */
  private readonly healthOf = perRequest(() => new Map<string, Promise<Findings>>());

  constructor(private readonly useCases: UseCases) {}

  @Query(() => BranchConnection, {
    description: "All branches. A key that is limited to branches sees only those.",
  })
  async branches(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Branch>> {
    return pageOf(await this.useCases.findBranches.execute(viewer), first, after);
  }

  @Query(() => Branch, {
    nullable: true,
    description: "A branch by its id; null if there is none or your key may not work on it.",
  })
  branch(
    @Ctx() { viewer }: Context,
    @Arg("id", () => ID, { description: "The branch: Branch.id." }) id: string,
  ): Promise<Branch | null> {
    return this.useCases.findBranch.execute(viewer, id);
  }

  @FieldResolver(() => BranchSettings, {
    description:
      "How the branch is connected to its POS, and which orders it accepts. For operators of the branch; others get FORBIDDEN.",
  })
  @Authorized(Scope.OPERATOR)
  async settings(@Ctx() context: Context, @Root() { id }: Branch): Promise<BranchSettings> {
    if (!operatesBranch(context.viewer, id)) throw new Forbidden(NOT_ALLOWED);
    return toBranchSettings(await this.useCases.branchSettings.load(context, id));
  }

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

  @FieldResolver(() => BranchHealth, {
    description: "Checks the connection now, which calls the POS about ten times.",
  })
  @Authorized(Scope.OPERATOR)
  async health(@Ctx() context: Context, @Root() { id }: Branch): Promise<BranchHealth> {
    const asked = this.healthOf(context);
    const findings = asked.get(id) ?? this.useCases.checkBranch.execute(context.viewer, id);
    asked.set(id, findings);
    return toBranchHealth(await findings, context.locale);
  }

  @FieldResolver(() => SettingsChangeConnection, {
    description: "Changes to the settings and who made them, newest first.",
  })
  @Authorized(Scope.OPERATOR)
  async changes(
    @Ctx() context: Context,
    @Root() { id }: Branch,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<InstanceType<typeof SettingsChangeConnection>> {
    if (!operatesBranch(context.viewer, id)) throw new Forbidden(NOT_ALLOWED);
    const asked = {
      branchId: id,
      administers: hasScope(context.viewer, Scope.ADMIN),
      ...changesAsked(first, after),
    };
    return pageOfChanges(await this.useCases.settingsChanges.of(context).load(asked), first, after);
  }

  @Mutation(() => BranchPayload, {
    description:
      "Creates a branch without a POS; saveBranchSettings connects it. Without an idempotency key each call creates another branch.",
  })
  @Authorized(Scope.ADMIN)
  createBranch(
    @Ctx() { locale }: Context,
    @Arg("input", () => CreateBranchInput, { description: "Its name, time zone and currency." })
    input: CreateBranchInput,
  ): Promise<BranchPayload> {
    return branchPayload(locale, () => this.useCases.createBranch.execute(input));
  }

  @Mutation(() => BranchPayload, { description: "Saves all of the changes or none." })
  @Authorized(Scope.ADMIN)
  async saveBranchSettings(
    @Ctx() context: Context,
    @Arg("branchId", () => ID, { description: "The branch to change: Branch.id." })
    branchId: string,
    @Arg("expectedVersion", () => Int, { description: "Branch.version as you last read it." })
    expectedVersion: number,
    @Arg("input", () => BranchSettingsInput, {
      description: "The changes; omitted fields stay unchanged.",
    })
    input: BranchSettingsInput,
    @Arg("verify", () => Boolean, {
      defaultValue: true,
      description: "Whether to check the connection after saving.",
    })
    verify: boolean,
  ): Promise<BranchPayload> {
    const { saveBranchSettings, checkBranch, branchSettings } = this.useCases;
    const { viewer, locale } = context;
    const payload = await branchPayload(locale, async () => {
      const branch = await saveBranchSettings.execute(
        viewer,
        branchId,
        expectedVersion,
        toSettingsChange(input),
      );
      branchSettings.forget(context, branch.id);
      this.healthOf(context).delete(branch.id);
      return branch;
    });
    if (!payload.branch || !verify) return payload;
    const findings = checkBranch.execute(viewer, payload.branch.id);
    this.healthOf(context).set(payload.branch.id, findings);
    return { ...payload, checks: toHealthChecks((await findings).checks, locale) };
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
