import { type CaughtMail } from "../../sandbox/catchers/parse-mail";
import { type CaughtTelegram } from "../../sandbox/catchers/telegram-catcher";
import { type CaughtVk } from "../../sandbox/catchers/vk-catcher";

export interface CaughtMessage {
  readonly target: string;
  readonly text: string;
}

/** What the sandbox's mail server has taken; line ends as they were written. */
export async function caughtMail(sandboxUrl: string): Promise<CaughtMessage[]> {
  const mails = await caught<CaughtMail>(`${sandboxUrl}/_sandbox/mail`);
  return mails.map(({ to, text }) => ({
    target: to.join(),
    text: text.replaceAll("\r\n", "\n").trimEnd(),
  }));
}

/** What the sandbox's Telegram has taken. */
export async function caughtTelegram(sandboxUrl: string): Promise<CaughtMessage[]> {
  const messages = await caught<CaughtTelegram>(`${sandboxUrl}/_sandbox/telegram`);
  return messages.map(({ chatId, text }) => ({ target: chatId, text }));
}

/** What the sandbox's VK has taken. */
export async function caughtVk(sandboxUrl: string): Promise<CaughtMessage[]> {
  const messages = await caught<CaughtVk>(`${sandboxUrl}/_sandbox/vk`);
  return messages.map(({ peerId, text }) => ({ target: String(peerId), text }));
}

async function caught<T>(url: string): Promise<T[]> {
  const response = await fetch(url);
  return ((await response.json()) as { messages: T[] }).messages;
}
