import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema } from "graphql";

import { typedOperations } from "../../scripts/client/typed-operations";
import { apiPage } from "../../scripts/docs/api-page";
import { withSettingsTable } from "../../scripts/docs/settings-table";
import { publicSdl, routersSdl } from "../../scripts/public-sdl";

const ROOT = join(__dirname, "..", "..");

it("schema.graphql is the schema the gateway serves", () => {
  const written = readFileSync(join(ROOT, "schema.graphql"), "utf8");
  if (written !== publicSdl())
    throw new Error("schema.graphql is stale: run `npm run schema` and review what changed");
});

it("the example composes the schema that the gateway reports to routers", () => {
  const written = readFileSync(join(ROOT, "examples/supergraph/gateway.graphql"), "utf8");
  if (written !== routersSdl())
    throw new Error("examples/supergraph/gateway.graphql is stale: run `npm run schema`");
});

it("the operations of the client and of the console are typed by the schema that the gateway serves", () => {
  for (const { path, text } of typedOperations(buildSchema(publicSdl()), ROOT)) {
    if (readFileSync(path, "utf8") !== text) {
      throw new Error(`${path} is stale: run \`npm run schema\` and review what changed`);
    }
  }
});

it("docs/api.md describes the schema that the gateway serves", () => {
  const written = readFileSync(join(ROOT, "docs", "api.md"), "utf8");
  if (written !== apiPage(buildSchema(publicSdl())))
    throw new Error("docs/api.md is stale: run `npm run schema`");
});

it("the README lists exactly the settings that the gateway reads", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  if (readme !== withSettingsTable(readme))
    throw new Error("The settings in README.md are stale: run `npm run schema`");
});
