import { FORMER_NAMES } from "../../src/resolvers/schema/former-names";

/** The names under which a field of a type is known besides its own. */
export function formerNamesOf(type: string, name: string): string[] {
  return Object.entries(FORMER_NAMES)
    .filter(([former, now]) => now === name && former.startsWith(`${type}.`))
    .map(([former]) => former.slice(type.length + 1));
}
