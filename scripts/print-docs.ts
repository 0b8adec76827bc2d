import { readFileSync, writeFileSync } from "node:fs";

import { buildSchema } from "graphql";

import { apiPage } from "./docs/api-page";
import { consoleOperationsPage } from "./docs/console-operations";
import { ENV_EXAMPLE, envExample } from "./docs/env-example";
import { withSettingsTable } from "./docs/settings-table";

writeFileSync("docs/api.md", apiPage(buildSchema(readFileSync("schema.graphql", "utf8"))));
writeFileSync("README.md", withSettingsTable(readFileSync("README.md", "utf8")));
writeFileSync(ENV_EXAMPLE, envExample());
writeFileSync("docs/console-operations.md", consoleOperationsPage());
