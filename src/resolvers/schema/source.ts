import { registerEnumType } from "type-graphql";

import { type StoredSource } from "../../domain/orders/event-source";

export enum Source {
  RESULT_REST = "RESULT_REST",
  POS = "POS",
  IIKO = "IIKO",
  GATEWAY = "GATEWAY",
}
registerEnumType(Source, {
  name: "Source",
  description: "The system that something comes from.",
  valuesConfig: {
    RESULT_REST: { description: "Result.Rest: its guests, operators or catalogue." },
    POS: {
      description:
        "The POS, whatever its vendor. Takes the place of IIKO in version 0.4; until then it is not sent.",
    },
    IIKO: {
      description: "The POS, whatever its vendor.",
      deprecationReason: "Handle POS in the same way: it takes the place of IIKO in version 0.4.",
    },
    GATEWAY: {
      description:
        "The gateway itself, for example because it accepted, sent, retried or handed over an order.",
    },
  },
});

/**
 * Returns what callers see. Clients that do not know POS yet are spared it for one more release.
 */
export function toSource(source: StoredSource): Source {
  return source === "POS" ? Source.IIKO : Source[source];
}
