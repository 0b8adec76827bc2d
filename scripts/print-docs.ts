import { readFileSync, writeFileSync } from "node:fs";

import { buildSchema } from "graphql";

import { apiPage } from "./docs/api-page";
import { withSettingsTable } from "./docs/settings-table";

writeFileSync("docs/api.md", apiPage(buildSchema(readFileSync("schema.graphql", "utf8"))));
writeFileSync("README.md", withSettingsTable(readFileSync("README.md", "utf8")));
