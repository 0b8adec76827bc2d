import { buildSchema, isCompositeType } from "graphql";

import { publicSdl } from "../../scripts/public-sdl";
import { MENU_TYPES } from "../../src/resolvers/shared-menu-answers";

it("Every type of the answers that outsiders share is one of the schema", () => {
  const schema = buildSchema(publicSdl());
  for (const name of MENU_TYPES) {
    const type = schema.getType(name);
    expect([name, isCompositeType(type)]).toEqual([name, true]);
  }
});
