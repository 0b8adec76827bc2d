import { registerEnumType } from "type-graphql";

export enum Source {
  RESULT_REST = "RESULT_REST",
  IIKO = "IIKO",
  GATEWAY = "GATEWAY",
}
registerEnumType(Source, {
  name: "Source",
  description: "Which side a fact comes from.",
  valuesConfig: {
    RESULT_REST: { description: "Result.Rest: its guests, operators and catalogue." },
    IIKO: { description: "The POS." },
    GATEWAY: {
      description: "The gateway itself: it took, sent, repeated or handed over, for example.",
    },
  },
});
