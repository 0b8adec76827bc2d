import { type Locale } from "../../domain/texts/locale";
import { type FallbackMessage } from "../../ports/fallback-channel";
import { fallbackWords } from "./fallback-words";

/** What a message says about one order. */
export interface OrderMessage {
  readonly number: string;
  readonly message: FallbackMessage;
}

const RULE = "— — — — — — — —";

/**
 * Combines the messages about several orders into one: each is complete and has its own actions.
 */
export function batchedMessage(
  id: string,
  language: Locale,
  messages: readonly OrderMessage[],
): FallbackMessage {
  const [first] = messages;
  if (first && messages.length === 1) return { ...first.message, id };
  const words = fallbackWords[language];
  const numbers = messages.map(({ number }) => number);
  const actions = messages.flatMap(({ number, message }) =>
    (message.actions ?? []).map(({ label, url }) => ({ label: `№ ${number}: ${label}`, url })),
  );
  return {
    id,
    subject: `${first?.message.subject ?? ""} ${words.andMore(messages.length - 1)}`,
    text: [words.together(numbers), ...messages.map(({ message }) => message.text)].join(
      `\n\n${RULE}\n\n`,
    ),
    ...(actions.length > 0 && { actions }),
  };
}
