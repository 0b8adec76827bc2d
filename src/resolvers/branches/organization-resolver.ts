import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { ONE_ORGANIZATION, UNSEEN_ORGANIZATION } from "../../domain/errors/thrown-texts";
import { InvalidInput, NotFound } from "../../errors";
import { PosDirectory } from "../../loaders/branches/pos-directory";
import { RecentLists } from "../../loaders/branches/recent-lists";
import { perRequest } from "../../loaders/per-request";
import { type FindPosAccess } from "../../services/pos/find-pos-access";
import { onlyUuids } from "../schema/older-id";
import { Uuid } from "../schema/scalars";
import {
  ExternalMenu,
  Organization,
  PosDictionaryItem,
  TerminalGroup,
  toOrganization,
  toTerminalGroup,
} from "./organization";

@Resolver(() => Organization)
export class OrganizationResolver {
  private readonly newest: (request: object) => PosDirectory;
  private readonly recent: (request: object) => PosDirectory;

  constructor(
    private readonly useCases: {
      readonly findPosAccess: FindPosAccess;
      readonly clock: { now(): Date };
    },
  ) {
    const lists = new RecentLists(useCases.clock);
    this.newest = perRequest(() => new PosDirectory(lists, false));
    this.recent = perRequest(() => new PosDirectory(lists, true));
  }

  @Query(() => [Organization], {
    description:
      "Organizations that the branch's key can see in the POS; without a branch, those that the keys of all your branches can see.",
  })
  @Authorized(Scope.OPERATOR)
  async organizations(
    @Ctx() context: Context,
    @Arg("branchId", () => ID, {
      nullable: true,
      description:
        "The branch whose key is used: Branch.id. If omitted, the keys of all your branches.",
    })
    branchId: string | null | undefined,
    @Arg("idInPos", () => ID, {
      nullable: true,
      description:
        "Only this one: Organization.idInPos; left out: all. Lists of one cost fewer calls to the POS than lists of all.",
    })
    idInPos?: string | null,
    @Arg("mayBeRecent", () => Boolean, {
      nullable: true,
      description:
        "Whether lists read within the last five minutes will do, which spares calls to the POS; whether a terminal group answers is read now all the same. null means false.",
    })
    mayBeRecent?: boolean | null,
  ): Promise<Organization[]> {
    const directory = (mayBeRecent === true ? this.recent : this.newest)(context);
    const accesses = await this.useCases.findPosAccess.execute(context.viewer, branchId ?? null);
    const lists = accesses.map(async (access) =>
      (await directory.organizations(access)).map((organization) =>
        toOrganization(directory, access, organization),
      ),
    );
    const found = (await Promise.all(lists)).flat();
    return idInPos ? found.filter((one) => isNamed(one, idInPos)) : found;
  }

  @Query(() => [TerminalGroup], {
    description:
      "Terminal groups of one organization, read from the POS now. NOT_FOUND if none of your keys can see it.",
  })
  @Authorized(Scope.OPERATOR)
  async terminalGroups(
    @Ctx() context: Context,
    @Arg("organizationId", () => Uuid, {
      nullable: true,
      description: "The organization: Organization.posId.",
      deprecationReason: onlyUuids("organizationIdInPos"),
    })
    organizationId: string | null | undefined,
    @Arg("organizationIdInPos", () => ID, {
      nullable: true,
      description:
        "The organization: Organization.idInPos. Needed, unless organizationId is given.",
    })
    organizationIdInPos: string | null | undefined,
    @Arg("includeHidden", () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: "Whether to include groups that the key may not see. null means true.",
    })
    includeHidden: boolean | null,
    @Arg("branchId", () => ID, {
      nullable: true,
      description: "The branch whose key is used. If omitted, all keys are tried.",
    })
    branchId: string | null | undefined,
  ): Promise<TerminalGroup[]> {
    const wanted = organizationIdInPos ?? organizationId ?? null;
    if (wanted === null || (organizationIdInPos && organizationId))
      throw new InvalidInput(ONE_ORGANIZATION);
    const visible = await this.organizations(context, branchId);
    const organization = visible.find((each) => isNamed(each, wanted));
    if (!organization) throw new NotFound(UNSEEN_ORGANIZATION);
    return groupsOf(organization, includeHidden !== false);
  }

  @FieldResolver(() => [TerminalGroup], {
    name: "terminalGroups",
    description: "Terminal groups of the organization, including hidden ones.",
  })
  terminalGroupsOf(@Root() organization: Organization): Promise<TerminalGroup[]> {
    return groupsOf(organization, true);
  }

  @FieldResolver(() => [ExternalMenu], {
    description: "External menus that the key can see; the same for all its organizations.",
  })
  externalMenus(@Root() { directory, access }: Organization): Promise<readonly object[]> {
    return directory.externalMenus(access);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description:
      "Payment types of the organization in the POS, from which paymentTypeIdInPos and pointsPaymentTypeIdInPos are chosen.",
  })
  paymentTypes(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.paymentTypes(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description: "Discounts of the organization in the POS; universalDiscountId is one of them.",
  })
  discounts(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.discounts(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description: "Order types; `kind` is the service type, for example DeliveryByCourier.",
  })
  orderTypes(@Root() { directory, access, posId }: Organization): Promise<readonly object[]> {
    return directory.orderTypes(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    nullable: true,
    description:
      "Wallets that the organization's guests may have, from which pointsWalletIdInPos is chosen; `kind` is a WalletKind. Empty if it has no loyalty programme; null if the POS did not say.",
  })
  loyaltyWallets(
    @Root() { directory, access, posId }: Organization,
  ): Promise<readonly object[] | null> {
    return directory.loyaltyWallets(access, posId);
  }

  @FieldResolver(() => [PosDictionaryItem], {
    description: "Marketing sources of orders, for reports in the POS.",
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

function isNamed({ posId, access }: Organization, id: string): boolean {
  return posId === (access.vendor.ids.read(id) ?? id);
}
