import { type CaughtMail } from "../../sandbox/catchers/parse-mail";
import { type CaughtTelegram } from "../../sandbox/catchers/telegram-catcher";
import { type CaughtVk } from "../../sandbox/catchers/vk-catcher";

export interface CaughtMessage {
  readonly target: string;
  readonly text: string;
}

/** Messages that the sandbox's mail server has received, with line ends as written. */
export async function caughtMail(sandboxUrl: string): Promise<CaughtMessage[]> {
  const mails = await caught<CaughtMail>(`${sandboxUrl}/_sandbox/mail`);
  return mails.map(({ to, text }) => ({
    target: to.join(),
    text: text.replaceAll("\r\n", "\n").trimEnd(),
  }));
}

/** Messages that the sandbox's Telegram has received. */
export async function caughtTelegram(sandboxUrl: string): Promise<CaughtMessage[]> {
  const messages = await caught<CaughtTelegram>(`${sandboxUrl}/_sandbox/telegram`);
  return messages.map(({ chatId, text }) => ({ target: chatId, text }));
}

/** Messages that the sandbox's VK has received. */
export async function caughtVk(sandboxUrl: string): Promise<CaughtMessage[]> {
  const messages = await caught<CaughtVk>(`${sandboxUrl}/_sandbox/vk`);
  return messages.map(({ peerId, text }) => ({ target: String(peerId), text }));
}

async function caught<T>(url: string): Promise<T[]> {
  const response = await fetch(url);
  return ((await response.json()) as { messages: T[] }).messages;
}
