import { registerEnumType } from "type-graphql";

export enum PriceMismatchPolicy {
  REJECT = "REJECT",
  ACCEPT_LOWER = "ACCEPT_LOWER",
  ACCEPT = "ACCEPT",
}
registerEnumType(PriceMismatchPolicy, {
  name: "PriceMismatchPolicy",
  description: "What createOrder does when a price is not the one that the guest was shown.",
  valuesConfig: {
    REJECT: { description: "The order is refused with PRICE_CHANGED, which tells today's price." },
    ACCEPT_LOWER: {
      description:
        "The order is taken at today's price if that is lower, else refused with PRICE_CHANGED.",
    },
    ACCEPT: { description: "The order is taken at today's price, whatever it is." },
  },
});
