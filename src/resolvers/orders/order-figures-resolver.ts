import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { notBetween } from "../../domain/errors/thrown-texts";
import { InvalidInput } from "../../errors";
import { type ExportOrders, MOST_EXPORTED_ORDERS } from "../../services/orders/read/export-orders";
import { type FindOrderFigures } from "../../services/orders/read/find-order-figures";
import { AtMost, CURSOR } from "../schema/at-most";
import { cursorOf, positionOf } from "../schema/newest-first";
import { payloadOf } from "../schema/user-error";
import { checkPeriod, OrderFigures, toFigures } from "./order-figures";
import { OrderFilter } from "./order-page";
import { ExportOrdersPayload } from "./orders-export";

/** Orders as figures and as a table. */
@Resolver()
export class OrderFiguresResolver {
  constructor(
    private readonly useCases: {
      readonly findOrderFigures: FindOrderFigures;
      readonly exportOrders: ExportOrders;
    },
  ) {}

  @Query(() => OrderFigures, {
    description:
      "Figures about the orders of a period, by day and hour in the time zone of each branch. Times to the till and hand-overs are missing for orders whose events have already been purged.",
  })
  @Authorized(Scope.OPERATOR)
  async orderFigures(
    @Ctx() { viewer }: Context,
    @AtMost({ characters: 10 })
    @Arg("from", () => String, { description: "The first day, for example 2026-11-25." })
    from: string,
    @AtMost({ characters: 10 })
    @Arg("to", () => String, { description: "The last day, inclusive; at most 62 days in total." })
    to: string,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description: "Only these branches. If omitted, all branches of the key.",
    })
    branchIds?: string[] | null,
  ): Promise<OrderFigures> {
    checkPeriod(from, to);
    const asked = { from, to, branchIds: branchIds ?? null };
    return toFigures(await this.useCases.findOrderFigures.execute(viewer, asked));
  }

  @Mutation(() => ExportOrdersPayload, {
    description:
      "Exports orders as a table for a spreadsheet, newest first, page by page. It is a mutation because each page is recorded in Branch.changes.",
  })
  @Authorized(Scope.OPERATOR)
  exportOrders(
    @Ctx() { viewer, locale }: Context,
    @Arg("first", () => Int, {
      defaultValue: MOST_EXPORTED_ORDERS,
      description: `Maximum number of orders on the page, 1 to ${MOST_EXPORTED_ORDERS}.`,
    })
    first: number,
    @Arg("withGuests", () => Boolean, {
      defaultValue: false,
      description: "Whether to include the names, phones, addresses and comments of the guests.",
    })
    withGuests: boolean,
    @Arg("filter", () => OrderFilter, {
      nullable: true,
      description: "Which orders. If omitted, all orders of the key's branches.",
    })
    filter?: OrderFilter | null,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
  ): Promise<ExportOrdersPayload> {
    if (first < 1 || first > MOST_EXPORTED_ORDERS)
      throw new InvalidInput(notBetween("first", 1, MOST_EXPORTED_ORDERS));
    const position = after ? positionOf(after) : null;
    const request = { filter: filter ?? {}, limit: first, after: position, withGuests, locale };
    return payloadOf(locale, async () => {
      const { csv, orders, last } = await this.useCases.exportOrders.execute(viewer, request);
      return { page: { csv, orders, endCursor: last && cursorOf(last) } };
    });
  }
}
