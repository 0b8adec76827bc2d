import { type OrderByNumberAnswer, type OrdersPageAnswer } from "./operations";

/** One order as shown in lists. */
export type Row = OrdersPageAnswer["orders"]["nodes"][number];

/** Everything that is known about one order. */
export type Story = OrderByNumberAnswer["orders"]["nodes"][number];
