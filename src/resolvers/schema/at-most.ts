import { Directive } from "type-graphql";

import { LONGEST_PHONE } from "../../domain/guests/phone";

interface Maximum {
  /** For a text, or for each text in a list. */
  readonly characters?: number;
  /** For a list. */
  readonly items?: number;
  /**
   * The use case refuses anything above it, as one of its `userErrors`; otherwise the input check
   * does, with BAD_USER_INPUT.
   */
  readonly asUserError?: boolean;
}

/**
 * The maximum that an argument or an input field accepts. Placed next to @Arg and @Field, shown in
 * the field's description, and enforced for every transport (src/resolvers/schema/input-checks.ts).
 * Required for every String and every list of anything but an enum; without it, an ID has 100
 * characters, and a list of an enum's values 100 items.
 */
export function AtMost(maximum: Maximum): ParameterDecorator & PropertyDecorator {
  const said = Object.entries(maximum).map(([name, value]) => `${name}: ${value}`);
  return Directive(`@atMost(${said.join(", ")})`);
}

/** Limits that many places use, never longer than here. */
export const ARTICLE = { characters: 100 };
export const CURSOR = { characters: 500 };
export const PHONE = { characters: LONGEST_PHONE };
export const TOKEN = { characters: 200 };
