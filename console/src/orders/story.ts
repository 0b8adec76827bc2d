import { type OrderByNumberAnswer, type OrdersPageAnswer } from "./operations";

/** One order as lists tell it. */
export type Row = OrdersPageAnswer["orders"]["nodes"][number];

/** All there is to tell of one order. */
export type Story = OrderByNumberAnswer["orders"]["nodes"][number];
