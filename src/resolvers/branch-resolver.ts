import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../context";
import { operatesBranch, Scope } from "../domain/viewer";
import { Branch } from "../entities/branch";
import { Forbidden } from "../errors";
import { type BranchSettingsLoader } from "../loaders/branch-settings-loader";
import { type CreateBranch } from "../services/branches/create-branch";
import { type FindBranch } from "../services/branches/find-branch";
import { type FindBranches } from "../services/branches/find-branches";
import { type RegisterWebhook } from "../services/branches/register-webhook";
import { type SaveBranchSettings } from "../services/branches/save-branch-settings";
import { type SetOrderAcceptance } from "../services/branches/set-order-acceptance";
import { BranchConnection, BranchPayload, CreateBranchInput } from "./types/branch-payload";
import { BranchSettings, toBranchSettings } from "./types/branch-settings";
import { BranchSettingsInput } from "./types/branch-settings-input";
import { type Connection, pageOf } from "./types/connection";
import { payloadOf } from "./types/user-error";

interface UseCases {
  readonly findBranches: FindBranches;
  readonly findBranch: FindBranch;
  readonly createBranch: CreateBranch;
  readonly saveBranchSettings: SaveBranchSettings;
  readonly setOrderAcceptance: SetOrderAcceptance;
  readonly registerWebhook: RegisterWebhook;
  readonly branchSettings: BranchSettingsLoader;
}

@Resolver(() => Branch)
export class BranchResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => BranchConnection, { description: "A key that is limited to branches sees those only." })
  async branches(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Branch>> {
    return pageOf(await this.useCases.findBranches.execute(viewer), first, after);
  }

  @Query(() => Branch, { nullable: true })
  branch(@Ctx() { viewer }: Context, @Arg("id", () => ID) id: string): Promise<Branch | null> {
    return this.useCases.findBranch.execute(viewer, id);
  }

  @FieldResolver(() => BranchSettings)
  @Authorized(Scope.OPERATOR)
  async settings(@Ctx() context: Context, @Root() { id }: Branch): Promise<BranchSettings> {
    if (!operatesBranch(context.viewer, id)) throw new Forbidden("Your credentials do not allow this");
    return toBranchSettings(await this.useCases.branchSettings.load(context, id));
  }

  @Mutation(() => BranchPayload)
  @Authorized(Scope.ADMIN)
  createBranch(
    @Ctx() { locale }: Context,
    @Arg("input", () => CreateBranchInput) input: CreateBranchInput,
  ): Promise<BranchPayload> {
    return payloadOf(locale, async () => ({ branch: await this.useCases.createBranch.execute(input) }));
  }

  @Mutation(() => BranchPayload, { description: "All of the change is saved, or nothing." })
  @Authorized(Scope.ADMIN)
  saveBranchSettings(
    @Ctx() context: Context,
    @Arg("branchId", () => ID) branchId: string,
    @Arg("expectedVersion", () => Int, { description: "Branch.version as last seen." }) expectedVersion: number,
    @Arg("input", () => BranchSettingsInput) input: BranchSettingsInput,
  ): Promise<BranchPayload> {
    const { saveBranchSettings, branchSettings } = this.useCases;
    return payloadOf(context.locale, async () => {
      const branch = await saveBranchSettings.execute(context.viewer, branchId, expectedVersion, input);
      branchSettings.forget(context, branch.id);
      return { branch };
    });
  }

  @Mutation(() => BranchPayload, { description: "Opens or closes a branch; what is left out stays as it is." })
  @Authorized(Scope.OPERATOR)
  setOrderAcceptance(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID) branchId: string,
    @Arg("delivery", () => Boolean, { nullable: true }) delivery: boolean | null,
    @Arg("pickup", () => Boolean, { nullable: true }) pickup: boolean | null,
  ): Promise<BranchPayload> {
    const { setOrderAcceptance } = this.useCases;
    return payloadOf(locale, async () => ({
      branch: await setOrderAcceptance.execute(viewer, branchId, { delivery, pickup }),
    }));
  }

  @Mutation(() => BranchPayload, { description: "Asks the POS to push order changes here. Safe to repeat." })
  @Authorized(Scope.ADMIN)
  registerWebhook(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID) branchId: string,
    @Arg("force", () => Boolean, { defaultValue: false, description: "Replaces another system's web hook." })
    force: boolean,
  ): Promise<BranchPayload> {
    const { registerWebhook } = this.useCases;
    return payloadOf(locale, async () => ({ branch: await registerWebhook.execute(viewer, branchId, force) }));
  }
}
