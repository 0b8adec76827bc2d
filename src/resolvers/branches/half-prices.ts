import { registerEnumType } from "type-graphql";

import { HalfPrices } from "../../domain/ticket/half-prices";

registerEnumType(HalfPrices, {
  name: "HalfPrices",
  description: "How each half of a two-half dish is priced in the order that the POS gets.",
  valuesConfig: {
    HALVED: { description: "Half of the price for each half: the POS adds them up." },
    WHOLE: {
      description:
        "The price of a whole dish for each half: the POS counts each half as half a portion.",
    },
  },
});

export { HalfPrices };
