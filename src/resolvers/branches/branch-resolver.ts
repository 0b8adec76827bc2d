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
    description: "A key that is limited to branches sees those only.",
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
    description: "A branch by its id; null: there is none, or your key is for others only.",
  })
  branch(
    @Ctx() { viewer }: Context,
    @Arg("id", () => ID, { description: "The branch: Branch.id." }) id: string,
  ): Promise<Branch | null> {
    return this.useCases.findBranch.execute(viewer, id);
  }

  @FieldResolver(() => BranchSettings, {
    description:
      "How the branch is tied to its POS, and what it takes from guests. For operators of the branch, else FORBIDDEN.",
  })
  @Authorized(Scope.OPERATOR)
  async settings(@Ctx() context: Context, @Root() { id }: Branch): Promise<BranchSettings> {
    if (!operatesBranch(context.viewer, id)) throw new Forbidden(NOT_ALLOWED);
    return toBranchSettings(await this.useCases.branchSettings.load(context, id));
  }

  @FieldResolver(() => Boolean, { description: "Now. A pause that has an end is over by itself." })
  acceptingDelivery(@Root() branch: Branch): boolean {
    return branch.accepts(Fulfilment.DELIVERY, this.useCases.clock.now());
  }

  @FieldResolver(() => Boolean, { description: "Now. A pause that has an end is over by itself." })
  acceptingPickup(@Root() branch: Branch): boolean {
    return branch.accepts(Fulfilment.PICKUP, this.useCases.clock.now());
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "null: not paused, or until somebody opens it.",
  })
  deliveryPausedUntil(@Root() branch: Branch): Date | null {
    return this.acceptingDelivery(branch) ? null : branch.deliveryPausedUntil;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "null: not paused, or until somebody opens it.",
  })
  pickupPausedUntil(@Root() branch: Branch): Date | null {
    return this.acceptingPickup(branch) ? null : branch.pickupPausedUntil;
  }

  @FieldResolver(() => BranchHealth, {
    description: "Looks at the connection now: asks the POS about ten things.",
  })
  @Authorized(Scope.OPERATOR)
  async health(@Ctx() context: Context, @Root() { id }: Branch): Promise<BranchHealth> {
    const asked = this.healthOf(context);
    const findings = asked.get(id) ?? this.useCases.checkBranch.execute(context.viewer, id);
    asked.set(id, findings);
    return toBranchHealth(await findings, context.locale);
  }

  @FieldResolver(() => SettingsChangeConnection, { description: "Who changed what, newest first." })
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
      "Adds a branch without a POS: saveBranchSettings connects it. Not safe to repeat: each call adds one.",
  })
  @Authorized(Scope.ADMIN)
  createBranch(
    @Ctx() { locale }: Context,
    @Arg("input", () => CreateBranchInput, { description: "Its name, time zone and currency." })
    input: CreateBranchInput,
  ): Promise<BranchPayload> {
    return branchPayload(locale, () => this.useCases.createBranch.execute(input));
  }

  @Mutation(() => BranchPayload, { description: "All of the change is saved, or nothing." })
  @Authorized(Scope.ADMIN)
  async saveBranchSettings(
    @Ctx() context: Context,
    @Arg("branchId", () => ID, { description: "The branch that is changed: Branch.id." })
    branchId: string,
    @Arg("expectedVersion", () => Int, { description: "Branch.version as last seen." })
    expectedVersion: number,
    @Arg("input", () => BranchSettingsInput, {
      description: "What changes; a field left out stays as it is.",
    })
    input: BranchSettingsInput,
    @Arg("verify", () => Boolean, {
      defaultValue: true,
      description: "Looks at the connection once it is saved.",
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
    description: "Opens or closes a branch; what is left out stays as it is.",
  })
  @Authorized(Scope.OPERATOR)
  setOrderAcceptance(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "The branch that is opened or closed: Branch.id." })
    branchId: string,
    @Arg("delivery", () => Boolean, {
      nullable: true,
      description: "true: deliveries are taken; false: they are not; left out or null: as before.",
    })
    delivery: boolean | null,
    @Arg("pickup", () => Boolean, {
      nullable: true,
      description:
        "true: pick-up orders are taken; false: they are not; left out or null: as before.",
    })
    pickup: boolean | null,
    @Arg("until", () => DateTime, {
      nullable: true,
      description:
        "When what is closed now opens again by itself; left out: when somebody opens it.",
    })
    until: Date | null,
  ): Promise<BranchPayload> {
    const { setOrderAcceptance } = this.useCases;
    return branchPayload(locale, () =>
      setOrderAcceptance.execute(viewer, branchId, { delivery, pickup, until }),
    );
  }

  @Mutation(() => BranchPayload, {
    description: "Asks the POS to push order changes here. Safe to repeat.",
  })
  @Authorized(Scope.ADMIN)
  registerWebhook(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description: "The branch whose organization is asked for: Branch.id.",
    })
    branchId: string,
    @Arg("force", () => Boolean, {
      defaultValue: false,
      description: "Replaces another system's web hook.",
    })
    force: boolean,
  ): Promise<BranchPayload> {
    const { registerWebhook } = this.useCases;
    return branchPayload(locale, () => registerWebhook.execute(viewer, branchId, force));
  }

  @Mutation(() => BranchPayload, {
    description:
      "Gives the POS another token for the web hooks of the branch's organization; the old one ends ten minutes after the POS " +
      "was told. Again when the POS did not answer: until then the old one holds.",
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
