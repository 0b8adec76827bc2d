import { registerEnumType } from "type-graphql";

export enum Source {
  RESULT_REST = "RESULT_REST",
  IIKO = "IIKO",
  GATEWAY = "GATEWAY",
}
registerEnumType(Source, {
  name: "Source",
  description: "The system that something comes from.",
  valuesConfig: {
    RESULT_REST: { description: "Result.Rest: its guests, operators or catalogue." },
    IIKO: { description: "The POS." },
    GATEWAY: {
      description:
        "The gateway itself, for example because it accepted, sent, retried or handed over an order.",
    },
  },
});
