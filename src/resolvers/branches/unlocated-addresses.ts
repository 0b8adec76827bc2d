import { registerEnumType } from "type-graphql";

import { UnlocatedAddresses } from "../../domain/delivery/unlocated-addresses";

registerEnumType(UnlocatedAddresses, {
  name: "UnlocatedAddresses",
  description: "What becomes of an order for an address whose delivery zone is not known.",
  valuesConfig: {
    ACCEPT: {
      description:
        "It is accepted on the branch's own terms, and the staff at the till are asked to check the address.",
    },
    REFUSE: { description: "It is refused with ADDRESS_NOT_LOCATED." },
  },
});

export { UnlocatedAddresses };
