import { type Modifier, type ModifierGroup } from "./model";
import { stableId } from "./stable-id";

/**
 * A group of options from which the guest chooses `min` to `max` in total; the first `free` cost
 * nothing.
 */
export function optionGroup(
  name: string,
  amounts: { min: number; max: number; free?: number; childrenHaveOwnLimits?: boolean },
  modifiers: Modifier[],
): ModifierGroup {
  const { min, max, free = 0, childrenHaveOwnLimits = false } = amounts;
  const articles = modifiers.map(({ article }) => article);
  return {
    id: stableId("option group", name, ...articles),
    name,
    min,
    max,
    free,
    childrenHaveOwnLimits,
    modifiers,
  };
}
