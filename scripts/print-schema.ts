import { writeFileSync } from "node:fs";

import { publicSdl, routersSdl } from "./public-sdl";

writeFileSync("schema.graphql", publicSdl());
writeFileSync("examples/supergraph/gateway.graphql", routersSdl());
