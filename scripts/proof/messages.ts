import { type CaughtMail } from "../../sandbox/catchers/parse-mail";
import { type CaughtTelegram } from "../../sandbox/catchers/telegram-catcher";

/** One message as people see it; copies that a mailbox folds are one. */
export interface Message {
  /** The delivery it belongs to, from its Message-ID or its links; null: a Telegram message without links. */
  readonly deliveryId: string | null;
  readonly text: string;
}

/** Everything that was caught so far, told apart without reading its words. */
export async function caughtMessages(sandboxUrl: string): Promise<{ mail: Message[]; telegram: Message[] }> {
  const [mail, telegram] = await Promise.all([
    caught<CaughtMail>(`${sandboxUrl}/_sandbox/mail`),
    caught<CaughtTelegram>(`${sandboxUrl}/_sandbox/telegram`),
  ]);
  return {
    mail: mail.map(({ messageId, text }) => ({ deliveryId: /^<([^@]+)@/.exec(messageId ?? "")?.[1] ?? null, text })),
    telegram: telegram.map(({ replyMarkup, text }) => ({ deliveryId: linkIn(text, replyMarkup), text })),
  };
}

/** Links are buttons where the gateway has a public address, else written out. */
function linkIn(text: string, replyMarkup: unknown): string | null {
  return /\/fallback\/([0-9a-f-]{36})\./.exec(text + JSON.stringify(replyMarkup))?.[1] ?? null;
}

async function caught<T>(url: string): Promise<T[]> {
  const response = await fetch(url);
  return ((await response.json()) as { messages: T[] }).messages;
}
