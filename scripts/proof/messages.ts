import { type CaughtMail } from "../../sandbox/catchers/parse-mail";
import { type CaughtTelegram } from "../../sandbox/catchers/telegram-catcher";

/** One message as its recipients see it; copies that a mailbox folds count as one. */
export interface Message {
  /**
   * The delivery it belongs to, from its Message-ID or its links; null for a message that has
   * neither links nor its own Message-ID.
   */
  readonly deliveryId: string | null;
  readonly text: string;
}

/** Everything caught so far, identified without reading its text. */
export async function caughtMessages(
  sandboxUrl: string,
): Promise<{ mail: Message[]; telegram: Message[] }> {
  const [mail, telegram] = await Promise.all([
    caught<CaughtMail>(`${sandboxUrl}/_sandbox/mail`),
    caught<CaughtTelegram>(`${sandboxUrl}/_sandbox/telegram`),
  ]);
  return {
    mail: mail.flatMap(({ messageId, text }) => {
      const deliveryId = /^<([^@]+)@/.exec(messageId ?? "")?.[1] ?? null;
      return text.includes(RULE) ? toldTogether(text, text) : [{ deliveryId, text }];
    }),
    telegram: telegram.flatMap(({ replyMarkup, text }) => {
      const links = text + JSON.stringify(replyMarkup);
      return text.includes(RULE)
        ? toldTogether(text, links)
        : [{ deliveryId: linksIn(links)[0] ?? null, text }];
    }),
  };
}

/** The separator between the orders of one message. */
const RULE = "— — — — — — — —";

/**
 * Splits a message about several orders into one for each; its links are in the order of its
 * orders.
 */
function toldTogether(text: string, links: string): Message[] {
  const ids = linksIn(links);
  const orders = text.split(RULE).slice(1);
  return orders.map((order, index) => ({ deliveryId: ids[index] ?? null, text: order.trim() }));
}

/**
 * Links are buttons if the gateway has a public address, and otherwise written out. Each delivery
 * appears once.
 */
function linksIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\/fallback\/([0-9a-f-]{36})\./g)].map(([, id = ""]) => id)),
  ];
}

async function caught<T>(url: string): Promise<T[]> {
  const response = await fetch(url);
  return ((await response.json()) as { messages: T[] }).messages;
}
