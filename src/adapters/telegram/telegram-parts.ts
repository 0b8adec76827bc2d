import { partsOfText } from "../../domain/texts/parts-of-text";
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
  const texts = partsOfText([text, ...written].join("\n\n"), MAX_LENGTH);
  const buttons = asButtons ? actions.map(({ label, url }) => ({ text: label, url })) : [];
  return texts.map((each, index) => ({
    text: each,
    buttons: index === texts.length - 1 ? buttons : [],
  }));
}
