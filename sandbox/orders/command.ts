import { type OrderStatus } from "./order-body";

/** What a mutating call asks the till to do to an order. */
export type Mutation =
  | { kind: "status"; status: "Waiting" | "OnWay" | "Delivered" }
  | { kind: "confirm" }
  | { kind: "unconfirm" }
  | { kind: "close" }
  | { kind: "cancel"; causeId: string | null; comment: string | null; writesOff: boolean };

/** One mutating call as `commands/status` knows it, under its correlation id. */
export interface Command {
  organizationId: string;
  orderId: string;
  at: number;
  state: "InProgress" | "Success" | "Error";
  /** Why it failed. */
  message: string | null;
  /** null for the creation of an order, whose outcome comes from the order itself. */
  mutation: Mutation | null;
}

/** Statuses the API may move an order among; the others belong to the kitchen (iiko's contract). */
export const API_STATUSES: readonly OrderStatus[] = ["Waiting", "OnWay", "Delivered"];
