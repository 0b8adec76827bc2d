import { readFileSync, writeFileSync } from "node:fs";

import { buildSchema } from "graphql";

import { operationsModule } from "./client/operations-module";

const CLIENT = "packages/client/src";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const operations = readFileSync(`${CLIENT}/operations.graphql`, "utf8");
writeFileSync(`${CLIENT}/operations.ts`, operationsModule(schema, operations));
