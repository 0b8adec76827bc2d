import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";

import {
  NAME_A_PHONE,
  NO_SUCH_BRANCH,
  NO_SUCH_GUEST,
  POINTS_OF_ANOTHER,
} from "../../domain/faults/thrown-texts";
import { type Context } from "../../context";
import { isUuid } from "../../domain/ids";
import { phoneOfAnyBranch, whyNoPhone } from "../../domain/guests/phone";
import { operatesBranch, Scope, type Viewer } from "../../domain/access/viewer";
import { Forbidden, InvalidInput, NotFound } from "../../errors";
import { type LoyaltyLoader } from "../../loaders/loyalty/loyalty-loader";
import { type PointsLoader } from "../../loaders/loyalty/points-loader";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type FindCustomer } from "../../services/loyalty/find-customer";
import { type OpenWallets } from "../../services/loyalty/open-wallets";
import { type FindOrders } from "../../services/orders/read/find-orders";
import { toLoyaltyAccount, toTransactionPage } from "./public-loyalty";
import { AtMost, CURSOR, PHONE } from "../schema/at-most";
import { type Connection } from "../schema/connection";
import {
  Customer,
  LoyaltyAccount,
  type LoyaltyTransaction,
  LoyaltyTransactionConnection,
} from "./loyalty";
import { OrderConnection, orderPage, type OrderPage } from "../orders/order-page";

interface Reads {
  readonly loyalty: LoyaltyLoader;
  readonly parts: OrderPartsLoader;
  readonly findCustomer: FindCustomer;
  readonly openWallets: OpenWallets;
  readonly findOrders: FindOrders;
}

const BALANCE =
  "The signed-in customer's points; a key may name any phone, one of single branches those of guests who have ordered there. Nothing is cached: what the till spends shows at once.";

@Resolver(() => Customer)
export class LoyaltyResolver {
  constructor(private readonly reads: Reads) {}

  @Query(() => LoyaltyAccount, { nullable: true, description: BALANCE })
  @Authorized(Scope.CUSTOMER)
  loyaltyBalance(
    @Ctx() context: Context,
    @Arg("branchId", () => ID, { description: "The branch whose points they are: Branch.id." })
    branchId: string,
    @AtMost(PHONE)
    @Arg("phone", () => String, { nullable: true, description: "Left out: the customer's own." })
    phone: string | null | undefined,
  ): Promise<LoyaltyAccount> {
    return this.accountOf(context, branchId, phoneFor(context.viewer, phone ?? null));
  }

  @Query(() => Customer, { nullable: true, description: "Who is signed in; null for keys." })
  @Authorized(Scope.CUSTOMER)
  async me(@Ctx() { viewer }: Context): Promise<Customer | null> {
    return viewer.kind === "customer"
      ? this.reads.findCustomer.execute(viewer, viewer.phone)
      : null;
  }

  @Query(() => Customer, {
    nullable: true,
    description: "null: no order of the key's branches has this phone.",
  })
  @Authorized(Scope.OPERATOR)
  async customer(
    @Ctx() { viewer }: Context,
    @AtMost(PHONE)
    @Arg("phone", () => String, {
      description: "In any usual spelling; kept and compared as +79001234567.",
    })
    phone: string,
  ): Promise<Customer | null> {
    return this.reads.findCustomer.execute(viewer, phoneFor(viewer, phone));
  }

  @FieldResolver(() => LoyaltyAccount, {
    nullable: true,
    name: "loyalty",
    description: "As `loyaltyBalance`.",
  })
  loyaltyOf(
    @Ctx() context: Context,
    @Root() { phone }: Customer,
    @Arg("branchId", () => ID, { description: "The branch whose points they are: Branch.id." })
    branchId: string,
  ): Promise<LoyaltyAccount> {
    return this.accountOf(context, branchId, phone);
  }

  @FieldResolver(() => OrderConnection, {
    description: "Newest first; for a key those of its branches.",
  })
  orders(
    @Ctx() { viewer }: Context,
    @Root() { phone }: Customer,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @AtMost(CURSOR)
    @Arg("after", () => String, { nullable: true })
    after: string | null | undefined,
  ): Promise<OrderPage> {
    return orderPage(this.reads.findOrders, viewer, { phone }, { first, after });
  }

  private async accountOf(
    context: Context,
    branchId: string,
    phone: string,
  ): Promise<LoyaltyAccount> {
    const { viewer } = context;
    const isForeign = viewer.kind === "key" && !operatesBranch(viewer, branchId);
    if (isForeign || !isUuid(branchId)) throw new NotFound(NO_SUCH_BRANCH);
    if (!(await this.reads.openWallets.includes(phone, viewer, branchId))) {
      throw new NotFound(NO_SUCH_GUEST);
    }
    const branch = await this.reads.parts.branches(context).load(branchId);
    return toLoyaltyAccount(
      await this.reads.loyalty.load(context, branchId, phone),
      branch.currencyCode,
    );
  }
}

@Resolver(() => LoyaltyAccount)
export class LoyaltyAccountResolver {
  constructor(private readonly points: PointsLoader) {}

  @FieldResolver(() => LoyaltyTransactionConnection, {
    description:
      "Changes of all wallets in the last year, in the POS's order. One page of a guest's in each request, under whatever aliases.",
  })
  async transactions(
    @Ctx() context: Context,
    @Root() { statement, currencyCode }: LoyaltyAccount,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @AtMost(CURSOR)
    @Arg("after", () => String, { nullable: true })
    after: string | null | undefined,
  ): Promise<Connection<LoyaltyTransaction>> {
    const page = await this.points.load(context, statement, first, after ?? null);
    return toTransactionPage(page, currencyCode);
  }
}

/**
 * @throws {Forbidden} guests see their own points only; {InvalidInput} no phone, or none that can
 * be one
 */
function phoneFor(viewer: Viewer, phone: string | null): string {
  if (phone === null && viewer.kind === "customer") return viewer.phone;
  const normalised = phone === null ? undefined : phoneOfAnyBranch(phone);
  if (normalised === undefined) {
    throw new InvalidInput(phone === null ? NAME_A_PHONE : whyNoPhone(phone), { field: ["phone"] });
  }
  if (viewer.kind === "customer" && normalised !== viewer.phone)
    throw new Forbidden(POINTS_OF_ANOTHER);
  return normalised;
}
