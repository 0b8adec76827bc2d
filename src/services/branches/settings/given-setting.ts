import { type InputPath } from "./setting-field";
import { type Setting } from "./settings-table";

type Values = Readonly<Record<string, unknown>>;

/**
 * What an input says about a setting: undefined leaves it unchanged; null clears it, even when it
 * stands for the whole object that contains the setting.
 */
export function givenOf(input: object, { part, name }: Pick<Setting, "part" | "name">): unknown {
  if (part === null) return (input as Values)[name];
  const whole = (input as Values)[part];
  return whole === null || whole === undefined ? whole : (whole as Values)[name];
}

/** @param known the name by which the input refers to it */
export function pathOf({ part, name }: Setting, known = name): InputPath {
  return part === null ? ["input", known] : ["input", part, known];
}
