import { registerEnumType } from "type-graphql";

export enum PriceMismatchPolicy {
  REJECT = "REJECT",
  ACCEPT_LOWER = "ACCEPT_LOWER",
  ACCEPT = "ACCEPT",
}
registerEnumType(PriceMismatchPolicy, {
  name: "PriceMismatchPolicy",
  description: "What createOrder does if a price differs from the one that the guest was shown.",
  valuesConfig: {
    REJECT: {
      description: "The order is refused with PRICE_CHANGED, which gives the current price.",
    },
    ACCEPT_LOWER: {
      description:
        "The order is accepted at the current price if that is lower, otherwise refused with PRICE_CHANGED.",
    },
    ACCEPT: { description: "The order is accepted at the current price, whatever it is." },
  },
});
