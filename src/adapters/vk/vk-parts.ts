import { createHash } from "node:crypto";

import { partsOfText } from "../../domain/texts/parts-of-text";
import { type FallbackMessage } from "../../ports/fallback-channel";

/**
 * The schema of VK's API allows 9000 characters, but its users report that texts over 4096 are
 * refused (error 914).
 */
const MAX_LENGTH = 4096;

export interface VkPart {
  readonly text: string;
  /** A number from 1 to 2^31 - 1. */
  readonly randomId: number;
}

/**
 * Splits a message the way VK accepts it: texts within its limit, and the actions as links at the
 * end. Buttons would only work in a community with "bot capabilities" switched on, and the staff
 * need the order in any case.
 */
export function vkParts({ id, text, actions = [] }: FallbackMessage): VkPart[] {
  const links = actions.map(({ label, url }) => `${label}: ${url}`);
  return partsOfText([text, ...links].join("\n\n"), MAX_LENGTH).map((part, index) => ({
    text: part,
    randomId: randomIdOf(id, index),
  }));
}

/**
 * The same for every repeat of one part: VK treats a second message with it as the first one. It
 * has 31 bits, so that only one time in twenty million do two messages among a conversation's last
 * hundred share it; 0 would switch VK's comparison off.
 */
function randomIdOf(messageId: string, part: number): number {
  const hash = createHash("sha256").update(`${messageId}:${part}`).digest();
  return hash.readUInt32BE() & 0x7fffffff || 1;
}
