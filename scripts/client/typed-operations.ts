import { readFileSync } from "node:fs";
import { join } from "node:path";

import { type GraphQLSchema } from "graphql";

import { operationsModule } from "./operations-module";

/** Folders with an operations.graphql, and from where each imports the type `Operation`. */
const FOLDERS: readonly (readonly [folder: string, operationType: string])[] = [
  ["packages/client/src", "./operation.ts"],
  ["console/src/branches", "../gateway/operation.ts"],
  ["console/src/branches/zones", "../../gateway/operation.ts"],
  ["console/src/catalogue", "../gateway/operation.ts"],
  ["console/src/jobs", "../gateway/operation.ts"],
  ["console/src/now", "../gateway/operation.ts"],
  ["console/src/money", "../gateway/operation.ts"],
  ["console/src/orders", "../gateway/operation.ts"],
  ["console/src/people", "../gateway/operation.ts"],
  ["console/src/promotions", "../gateway/operation.ts"],
  ["console/src/session", "../gateway/operation.ts"],
  ["console/src/tasks", "../gateway/operation.ts"],
];

export interface TypedOperations {
  readonly path: string;
  readonly text: string;
}

/**
 * The operations.ts for each operations.graphql, according to the schema. @throws {AggregateError}
 * see operationsModule
 */
export function typedOperations(schema: GraphQLSchema, root = "."): TypedOperations[] {
  return FOLDERS.map(([folder, operationType]) => {
    const source = readFileSync(join(root, folder, "operations.graphql"), "utf8");
    return {
      path: join(root, folder, "operations.ts"),
      text: operationsModule(schema, source, operationType),
    };
  });
}
