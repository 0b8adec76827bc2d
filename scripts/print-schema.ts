import { writeFileSync } from "node:fs";

import { publicSdl } from "./public-sdl";

writeFileSync("schema.graphql", publicSdl());
