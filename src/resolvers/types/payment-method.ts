import { registerEnumType } from "type-graphql";

import { PaymentMethod } from "../../domain/payment-method";

registerEnumType(PaymentMethod, { name: "PaymentMethod", description: "How a guest pays, in Result.Rest's terms." });

export { PaymentMethod };
