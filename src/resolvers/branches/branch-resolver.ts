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

import { type Context } from "../../context";
import { hasScope, operatesBranch, Scope } from "../../domain/access/viewer";
import { NOT_ALLOWED } from "../../domain/errors/thrown-texts";
import { Branch } from "../../entities/branches/branch";
import { Forbidden } from "../../errors";
import { type BranchSettingsLoader } from "../../loaders/branches/branch-settings-loader";
import { type SettingsChangesLoader } from "../../loaders/branches/settings-changes-loader";
import { perRequest } from "../../loaders/per-request";
import { type CreateBranch } from "../../services/branches/create-branch";
import {
  type BranchHealth as Findings,
  type CheckBranch,
} from "../../services/branches/doctor/check-branch";
import { type FindBranch } from "../../services/branches/find-branch";
import { type FindBranches } from "../../services/branches/find-branches";
import { type SaveBranchSettings } from "../../services/branches/settings/save-branch-settings";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection } from "../schema/connection";
import { BranchHealth, toBranchHealth, toHealthChecks } from "./branch-health";
import { branchesAsked, pageOfBranches } from "./branch-page";
import {
  BranchConnection,
  BranchPayload,
  branchPayload,
  CreateBranchInput,
} from "./branch-payload";
import { BranchSettings, toBranchSettings } from "./branch-settings";
import { BranchSettingsInput } from "./branch-settings-input";
import { changesAsked, pageOfChanges, SettingsChangeConnection } from "./settings-change-page";
import { toSettingsChange } from "./to-settings-change";

interface UseCases {
  readonly findBranches: FindBranches;
  readonly findBranch: FindBranch;
  readonly createBranch: CreateBranch;
  readonly saveBranchSettings: SaveBranchSettings;
  readonly checkBranch: CheckBranch;
  readonly branchSettings: BranchSettingsLoader;
  readonly settingsChanges: SettingsChangesLoader;
}

@Resolver(() => Branch)
export class BranchResolver {
  /** The POS is asked once per branch and request, however often the query selects the field. */
  private readonly healthOf = perRequest(() => new Map<string, Promise<Findings>>());

  constructor(private readonly useCases: UseCases) {}

  @Query(() => BranchConnection, {
    description:
      "All branches of a company. A key sees those of its company, a key that is limited to branches only those.",
  })
  async branches(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("companyId", () => ID, {
      nullable: true,
      description:
        "Only branches of this company. If omitted: of the company that the key, token, header X-Company-Key or site of the caller names; without any, of the first company. The administrator of the platform sees all branches.",
    })
    companyId?: string | null,
  ): Promise<Connection<Branch>> {
    const { limit, position } = branchesAsked(first, after);
    const found = await this.useCases.findBranches.execute(viewer, { companyId, limit, position });
    return pageOfBranches(found, first, after);
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
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => CreateBranchInput, { description: "Its name, time zone and currency." })
    input: CreateBranchInput,
  ): Promise<BranchPayload> {
    return branchPayload(locale, () => this.useCases.createBranch.execute(input, viewer));
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
}
