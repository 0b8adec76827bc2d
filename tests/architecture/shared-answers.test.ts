import { buildSchema, getNamedType, isObjectType } from "graphql";

import { publicSdl } from "../../scripts/public-sdl";
import { MENU_TYPES } from "../../src/resolvers/catalogue/shared-menu-answers";

/**
 * A menu leads to these types, but they contain things that do not belong to the menu: what a
 * branch accepts now, what operators see.
 */
const NOT_OF_THE_MENU = ["Branch", "FieldSource"];
const ROOTS = ["Menu", "ProductConnection", "SectionConnection"];

it("Outsiders share answers that select from the types of a menu, and no others", () => {
  const schema = buildSchema(publicSdl());
  const reached = new Set(ROOTS);
  for (const name of reached) {
    const type = schema.getType(name);
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
      const next = getNamedType(field.type);
      if (isObjectType(next) && !NOT_OF_THE_MENU.includes(next.name)) reached.add(next.name);
    }
  }
  expect([...MENU_TYPES].sort()).toEqual([...reached].sort());
});
