import { type Wallets } from "../../loyalty/wallets";
import { type Restaurant } from "../../restaurant/model";
import { type Switches } from "../../switches";
import { type CreateRequest } from "../create-request";
import { type ErrorInfo } from "../error-info";

/** Everything that a rule may use to check an order. */
export interface OrderCase {
  restaurant: Restaurant;
  request: CreateRequest;
  switches: Switches;
  wallets: Wallets;
  now: number;
}

/** Returns why the till would refuse the order, or undefined. */
export type OrderRule = (orderCase: OrderCase) => ErrorInfo | undefined;

export function firstOf(refusals: Iterable<ErrorInfo | undefined>): ErrorInfo | undefined {
  for (const refusal of refusals) if (refusal) return refusal;
  return undefined;
}
