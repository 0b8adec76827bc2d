import { readFileSync } from "node:fs";
import { join } from "node:path";

import { publicSdl } from "../../scripts/public-sdl";

it("schema.graphql is the schema the gateway serves", () => {
  const written = readFileSync(join(__dirname, "..", "..", "schema.graphql"), "utf8");
  if (written !== publicSdl()) throw new Error("schema.graphql is stale: run `npm run schema` and review what changed");
});
