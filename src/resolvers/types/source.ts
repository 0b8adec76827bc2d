import { registerEnumType } from "type-graphql";

export enum Source {
  RESULT_REST = "RESULT_REST",
  IIKO = "IIKO",
  GATEWAY = "GATEWAY",
}
registerEnumType(Source, { name: "Source", description: "Which side a fact comes from." });
