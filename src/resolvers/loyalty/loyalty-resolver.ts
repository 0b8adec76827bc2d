import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { Scope, seesBranch, type Viewer } from "../../domain/access/viewer";
import {
  NAME_A_PHONE,
  NO_SUCH_BRANCH,
  NO_SUCH_GUEST,
  POINTS_OF_ANOTHER,
} from "../../domain/errors/thrown-texts";
import { phoneOfAnyBranch, whyNoPhone } from "../../domain/guests/phone";
import { isUuid } from "../../domain/ids";
import { Forbidden, InvalidInput, NotFound } from "../../errors";
import { type LoyaltyLoader } from "../../loaders/loyalty/loyalty-loader";
import { type PointsLoader } from "../../loaders/loyalty/points-loader";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type FindCustomer } from "../../services/loyalty/find-customer";
import { type OpenWallets } from "../../services/loyalty/open-wallets";
import { type FindOrders } from "../../services/orders/read/find-orders";
import { OrderConnection, type OrderPage, orderPage } from "../orders/order-page";
import { AtMost, CURSOR, PHONE } from "../schema/at-most";
import { type Connection } from "../schema/connection";
import {
  Customer,
  LoyaltyAccount,
  type LoyaltyTransaction,
  LoyaltyTransactionConnection,
} from "./loyalty";
import { toLoyaltyAccount, toTransactionPage } from "./public-loyalty";

interface Reads {
  readonly loyalty: LoyaltyLoader;
  readonly parts: OrderPartsLoader;
  readonly findCustomer: FindCustomer;
  readonly openWallets: OpenWallets;
  readonly findOrders: FindOrders;
}

const BALANCE =
  "Points of the signed-in customer. API keys may ask for any phone number; keys limited to branches only for guests who have ordered there. Nothing is cached: what is spent at the till shows immediately.";

@Resolver(() => Customer)
export class LoyaltyResolver {
  constructor(private readonly reads: Reads) {}

  @Query(() => LoyaltyAccount, { nullable: true, description: BALANCE })
  @Authorized(Scope.CUSTOMER)
  loyaltyBalance(
    @Ctx() context: Context,
    @Arg("branchId", () => ID, {
      description: "The branch whose loyalty programme is asked: Branch.id.",
    })
    branchId: string,
    @AtMost(PHONE)
    @Arg("phone", () => String, {
      nullable: true,
      description: "Phone number. If omitted, that of the signed-in customer.",
    })
    phone: string | null | undefined,
  ): Promise<LoyaltyAccount> {
    return this.accountOf(context, branchId, phoneFor(context.viewer, phone ?? null));
  }

  @Query(() => Customer, {
    nullable: true,
    description: "The signed-in customer; null for API keys.",
  })
  @Authorized(Scope.CUSTOMER)
  async me(@Ctx() { viewer }: Context): Promise<Customer | null> {
    return viewer.kind === "customer"
      ? this.reads.findCustomer.execute(viewer, viewer.phone)
      : null;
  }

  @Query(() => Customer, {
    nullable: true,
    description: "A guest by phone number; null if no order of the key's branches has this number.",
  })
  @Authorized(Scope.OPERATOR)
  async customer(
    @Ctx() { viewer }: Context,
    @AtMost(PHONE)
    @Arg("phone", () => String, {
      description: "Phone number in any usual spelling; compared as +79001234567.",
    })
    phone: string,
  ): Promise<Customer | null> {
    return this.reads.findCustomer.execute(viewer, phoneFor(viewer, phone));
  }

  @FieldResolver(() => LoyaltyAccount, {
    nullable: true,
    name: "loyalty",
    description: "The guest's points, as in `loyaltyBalance`.",
  })
  loyaltyOf(
    @Ctx() context: Context,
    @Root() { phone }: Customer,
    @Arg("branchId", () => ID, {
      description: "The branch whose loyalty programme is asked: Branch.id.",
    })
    branchId: string,
  ): Promise<LoyaltyAccount> {
    return this.accountOf(context, branchId, phone);
  }

  @FieldResolver(() => OrderConnection, {
    description: "Orders of the guest, newest first. API keys see only those of their branches.",
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
    if (!seesBranch(viewer, branchId) || !isUuid(branchId)) throw new NotFound(NO_SUCH_BRANCH);
    if (!(await this.reads.openWallets.includes(phone, viewer, branchId))) {
      throw new NotFound(NO_SUCH_GUEST);
    }
    const branch = await this.reads.parts.branches(context).load(branchId);
    if (!branch.isShownTo(viewer)) throw new NotFound(NO_SUCH_BRANCH);
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
      "Changes of all wallets in the last year, in the order of the POS. One page per guest and request, regardless of aliases.",
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
 * @throws {Forbidden} guests see only their own points; {InvalidInput} there is no phone, or it
 *   cannot be one
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
