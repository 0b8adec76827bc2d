import { type FallbackMessage } from "../../ports/fallback-channel";

/**
 * Telegram refuses longer texts (Bot API, sendMessage). It counts as JavaScript does, in UTF-16.
 */
const MAX_LENGTH = 4096;

export interface TelegramPart {
  readonly text: string;
  readonly buttons: readonly { readonly text: string; readonly url: string }[];
}

/**
 * A message as Telegram takes it: texts within its limit, cut between lines where there are any,
 * and the actions under the last one. Buttons need a public address; others are written out.
 */
export function telegramParts({ text, actions = [] }: FallbackMessage): TelegramPart[] {
  const asButtons = actions.every(({ url }) => url.startsWith("https://"));
  const written = asButtons ? [] : actions.map(({ label, url }) => `${label}: ${url}`);
  const texts = cut([text, ...written].join("\n\n"));
  const buttons = asButtons ? actions.map(({ label, url }) => ({ text: label, url })) : [];
  return texts.map((each, index) => ({
    text: each,
    buttons: index === texts.length - 1 ? buttons : [],
  }));
}

function cut(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MAX_LENGTH) {
    const end = endOfPart(rest);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n+/, "");
  }
  return [...parts, rest];
}

function endOfPart(text: string): number {
  const lineEnd = text.lastIndexOf("\n", MAX_LENGTH);
  if (lineEnd > 0) return lineEnd;
  // A letter outside the basic plane is two units, and half of it is none.
  return /[\uD800-\uDBFF]/.test(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
}
