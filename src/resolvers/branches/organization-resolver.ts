import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { UNSEEN_ORGANIZATION } from "../../domain/faults/thrown-texts";
import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { NotFound } from "../../errors";
import { perRequest } from "../../loaders/per-request";
import { PosDirectory } from "../../loaders/branches/pos-directory";
import { type FindPosAccess } from "../../services/pos/find-pos-access";
import {
  ExternalMenu,
  Organization,
  PosDictionaryItem,
  TerminalGroup,
  toOrganization,
  toTerminalGroup,
} from "./organization";
import { Uuid } from "../schema/scalars";

@Resolver(() => Organization)
export class OrganizationResolver {
  private readonly directoryOf = perRequest(() => new PosDirectory());

  constructor(private readonly useCases: { readonly findPosAccess: FindPosAccess }) {}

  @Query(() => [Organization], {
    description:
      "What the branch's key sees in the POS; without a branch, what all keys of the caller's branches see.",
  })
  @Authorized(Scope.OPERATOR)
  async organizations(
    @Ctx() context: Context,
    @Arg("branchId", () => ID, {
      nullable: true,
      description:
        "The branch whose key is used: Branch.id; left out: the keys of all your branches.",
    })
    branchId: string | null | undefined,
  ): Promise<Organization[]> {
    const directory = this.directoryOf(context);
    const accesses = await this.useCases.findPosAccess.execute(context.viewer, branchId ?? null);
    const lists = accesses.map(async (access) =>
      (await directory.organizations(access)).map((organization) =>
        toOrganization(directory, access, organization),
      ),
    );
    return (await Promise.all(lists)).flat();
  }

  @Query(() => [TerminalGroup], {
    description:
      "The terminal groups of one organization, asked of the POS now. NOT_FOUND when no key of yours sees it.",
  })
  @Authorized(Scope.OPERATOR)
  async terminalGroups(
    @Ctx() context: Context,
    @Arg("organizationId", () => Uuid, { description: "The organization: Organization.posId." })
    organizationId: string,
    @Arg("includeHidden", () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: "false: only groups that the key may see. null is true.",
    })
    includeHidden: boolean | null,
    @Arg("branchId", () => ID, {
      nullable: true,
      description: "Whose key to ask with; else all are tried.",
    })
    branchId: string | null | undefined,
  ): Promise<TerminalGroup[]> {
    const visible = await this.organizations(context, branchId);
    const organization = visible.find(({ posId }) => posId === organizationId);
    if (!organization) throw new NotFound(UNSEEN_ORGANIZATION);
    return groupsOf(organization, includeHidden !== false);
  }

  @FieldResolver(() => [TerminalGroup], {
    name: "terminalGroups",
    description: "Hidden ones included.",
  })
  terminalGroupsOf(@Root() organization: Organization): Promise<TerminalGroup[]> {
    return groupsOf(organization, true);
  }

  @FieldResolver(() => [ExternalMenu], {
    description:
      "The external menus that the key sees; they are the same for all its organizations.",
  })
  externalMenus(@Root() { directory, access }: Organization): Promise<readonly object[]> {
    return directory.externalMenus(access);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description:
      "The payment types that the POS has for it; posPaymentTypeId and bonusPaymentTypeId are of them.",
  })
  paymentTypes(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.paymentTypes(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description: "The discounts that the POS has for it; universalDiscountId is one of them.",
  })
  discounts(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.discounts(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description: "kind is the service, such as DeliveryByCourier.",
  })
  orderTypes(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.orderTypes(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description: "Where orders may come from, for the POS's reports.",
  })
  marketingSources(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.marketingSources(access, posId);
  }
}

async function groupsOf(organization: Organization, hidden: boolean): Promise<TerminalGroup[]> {
  const { directory, access, posId } = organization;
  const groups = await directory.terminalGroups(access, posId);
  return groups
    .filter((group) => hidden || group.visible)
    .map((group) => toTerminalGroup(organization, group));
}
