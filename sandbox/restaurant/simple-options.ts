import { type Modifier, type ModifierGroup } from "./model";

/** iiko's "simple modifiers": options that belong to no group, each with its own limits. */
export function simpleOptions(modifiers: Modifier[]): ModifierGroup {
  return {
    id: null,
    name: "Дополнительно",
    min: 0,
    max: modifiers.length,
    free: 0,
    childrenHaveOwnLimits: true,
    modifiers,
  };
}
