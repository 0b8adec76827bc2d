import { registerEnumType } from "type-graphql";

import { RefusalKind } from "../../errors";

registerEnumType(RefusalKind, {
  name: "RefusalKind",
  description: "Class of a refusal by the POS, which determines what happens next.",
  valuesConfig: {
    RETRY: { description: "The same order may succeed later; the gateway tries again." },
    FINAL: {
      description: "Sending the same order again cannot help; it is handed over to the staff.",
    },
    AMBIGUOUS: {
      description:
        "The till may have the order nevertheless. The gateway checks before it tries again.",
    },
    MAPPING: {
      description:
        "The mapping of menu, payment or discount is wrong: the branch's settings must be changed.",
    },
    OPERATOR: { description: "The key, the licence or the till needs the attention of a person." },
  },
});

export { RefusalKind };
