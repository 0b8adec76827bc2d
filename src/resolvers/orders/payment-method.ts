import { registerEnumType } from "type-graphql";

import { PaymentMethod } from "../../domain/ticket/payment-method";

registerEnumType(PaymentMethod, {
  name: "PaymentMethod",
  description: "How a guest pays, in Result.Rest's terms.",
  valuesConfig: {
    CASH: { description: "In cash, to the courier or at the counter." },
    CARD_ON_DELIVERY: { description: "By card, to the courier or at the counter." },
    ONLINE: {
      description:
        "Through a payment provider; PaymentInput.paidOnline says whether the money was taken already.",
    },
    BONUS: {
      description: "By points. A part of Order.payments; ordered by CreateOrderInput.bonusToSpend.",
    },
  },
});

export { PaymentMethod };
