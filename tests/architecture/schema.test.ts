import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema } from "graphql";

import { operationsModule } from "../../scripts/client/operations-module";
import { publicSdl } from "../../scripts/public-sdl";

const ROOT = join(__dirname, "..", "..");

it("schema.graphql is the schema the gateway serves", () => {
  const written = readFileSync(join(ROOT, "schema.graphql"), "utf8");
  if (written !== publicSdl()) throw new Error("schema.graphql is stale: run `npm run schema` and review what changed");
});

it("the client's operations are typed by the schema the gateway serves", () => {
  const client = join(ROOT, "packages", "client", "src");
  const module = operationsModule(buildSchema(publicSdl()), readFileSync(join(client, "operations.graphql"), "utf8"));
  if (readFileSync(join(client, "operations.ts"), "utf8") !== module) {
    throw new Error("packages/client/src/operations.ts is stale: run `npm run schema` and review what changed");
  }
});
