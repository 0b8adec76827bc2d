import { registerEnumType } from "type-graphql";

import { PaymentMethod } from "../../domain/ticket/payment-method";

registerEnumType(PaymentMethod, {
  name: "PaymentMethod",
  description: "Payment method, in Result.Rest's terms.",
  valuesConfig: {
    CASH: { description: "In cash, to the courier or at the counter." },
    CARD_ON_DELIVERY: { description: "By card, to the courier or at the counter." },
    ONLINE: {
      description:
        "Through a payment provider; PaymentInput.paidOnline says whether it has already been paid.",
    },
    BONUS: {
      description: "By points. Appears in Order.payments; set by CreateOrderInput.pointsToSpend.",
      deprecationReason:
        "As input only, where it is refused: use CreateOrderInput.pointsToSpend. Order.payments goes on giving it.",
    },
  },
});

export { PaymentMethod };
