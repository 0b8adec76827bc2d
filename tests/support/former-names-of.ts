import { FORMER_NAMES } from "../../src/resolvers/schema/former-names";

/** The names of a type's field other than its current one. */
export function formerNamesOf(type: string, name: string): string[] {
  return Object.entries(FORMER_NAMES)
    .filter(([former, now]) => now === name && former.startsWith(`${type}.`))
    .map(([former]) => former.slice(type.length + 1));
}
