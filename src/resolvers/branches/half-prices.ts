import { registerEnumType } from "type-graphql";

import { HalfPrices } from "../../domain/ticket/half-prices";

registerEnumType(HalfPrices, {
  name: "HalfPrices",
  description: "What each half of a dish of two halves costs in the POS's order.",
  valuesConfig: {
    HALVED: { description: "Its half of the price: the POS adds the halves up." },
    WHOLE: {
      description: "The price of a whole dish: the POS counts each half for half a portion.",
    },
  },
});

export { HalfPrices };
