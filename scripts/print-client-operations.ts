import { readFileSync, writeFileSync } from "node:fs";

import { buildSchema } from "graphql";

import { typedOperations } from "./client/typed-operations";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
for (const { path, text } of typedOperations(schema)) writeFileSync(path, text);
