import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { notBetween } from "../../domain/faults/thrown-texts";
import { Scope } from "../../domain/access/viewer";
import { InvalidInput } from "../../errors";
import { type ExportOrders, MOST_EXPORTED_ORDERS } from "../../services/orders/read/export-orders";
import { type FindOrderFigures } from "../../services/orders/read/find-order-figures";
import { AtMost, CURSOR } from "../schema/at-most";
import { cursorOf, placeOf } from "../schema/newest-first";
import { checkPeriod, OrderFigures, toFigures } from "./order-figures";
import { OrderFilter } from "./order-page";
import { ExportOrdersPayload } from "./orders-export";
import { payloadOf } from "../schema/user-error";

/** Orders as numbers and as a table. */
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
      "What the orders of a period come to, by day and hour of each branch's own clock. What is older than events are kept has " +
      "no times to the till and no hand-overs.",
  })
  @Authorized(Scope.OPERATOR)
  async orderFigures(
    @Ctx() { viewer }: Context,
    @AtMost({ characters: 10 })
    @Arg("from", () => String, { description: "The first day, as 2026-11-25." })
    from: string,
    @AtMost({ characters: 10 })
    @Arg("to", () => String, { description: "The last day, included; at most 62 days in all." })
    to: string,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description: "Of these branches; left out: of all branches the key is for.",
    })
    branchIds?: string[] | null,
  ): Promise<OrderFigures> {
    checkPeriod(from, to);
    const asked = { from, to, branchIds: branchIds ?? null };
    return toFigures(await this.useCases.findOrderFigures.execute(viewer, asked));
  }

  @Mutation(() => ExportOrdersPayload, {
    description:
      "Orders as a table for a spreadsheet, the newest first, in pages. A mutation because each page is noted in Branch.changes.",
  })
  @Authorized(Scope.OPERATOR)
  exportOrders(
    @Ctx() { viewer, locale }: Context,
    @Arg("first", () => Int, {
      defaultValue: MOST_EXPORTED_ORDERS,
      description: `How many orders, 1 to ${MOST_EXPORTED_ORDERS}.`,
    })
    first: number,
    @Arg("withGuests", () => Boolean, {
      defaultValue: false,
      description: "Names, phones, addresses and comments of the guests, too.",
    })
    withGuests: boolean,
    @Arg("filter", () => OrderFilter, {
      nullable: true,
      description: "Which orders; left out: all of the key's branches.",
    })
    filter?: OrderFilter | null,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
  ): Promise<ExportOrdersPayload> {
    if (first < 1 || first > MOST_EXPORTED_ORDERS)
      throw new InvalidInput(notBetween("first", 1, MOST_EXPORTED_ORDERS));
    const place = after ? placeOf(after) : null;
    const request = { filter: filter ?? {}, limit: first, after: place, withGuests, locale };
    return payloadOf(locale, async () => {
      const { csv, orders, last } = await this.useCases.exportOrders.execute(viewer, request);
      return { page: { csv, orders, endCursor: last && cursorOf(last) } };
    });
  }
}
