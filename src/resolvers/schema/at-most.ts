import { Directive } from "type-graphql";

import { LONGEST_PHONE } from "../../domain/guests/phone";

interface Maximum {
  /** Of a text, or of each text in a list. */
  readonly characters?: number;
  /** Of a list. */
  readonly items?: number;
  /**
   * The use case refuses what is more, as one of its `userErrors`; else the door does, with
   * BAD_USER_INPUT.
   */
  readonly asUserError?: boolean;
}

/**
 * The most that an argument or a field of an input takes. Stands beside @Arg and @Field, shows in
 * the field's description, and is enforced for every transport
 * (src/resolvers/schema/input-checks.ts). Needed for every String and every list of anything but an
 * enum; an ID without it has 100 characters, a list of an enum's values 100 items.
 */
export function AtMost(maximum: Maximum): ParameterDecorator & PropertyDecorator {
  const said = Object.entries(maximum).map(([name, value]) => `${name}: ${value}`);
  return Directive(`@atMost(${said.join(", ")})`);
}

/** What is needed in many places, and never longer than here. */
export const ARTICLE = { characters: 100 };
export const CURSOR = { characters: 500 };
export const PHONE = { characters: LONGEST_PHONE };
export const TOKEN = { characters: 200 };
