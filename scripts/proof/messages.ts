import { type CaughtMail } from "../../sandbox/catchers/parse-mail";
import { type CaughtTelegram } from "../../sandbox/catchers/telegram-catcher";

/** One message as people see it; copies that a mailbox folds are one. */
export interface Message {
  /**
   * The delivery it belongs to, from its Message-ID or its links; null: a message without links
   * that has no Message-ID of its own.
   */
  readonly deliveryId: string | null;
  readonly text: string;
}

/** Everything that was caught so far, told apart without reading its words. */
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

/** What stands between the orders of one message. */
const RULE = "— — — — — — — —";

/** A message about several orders, as one for each; its links are in the order of its orders. */
function toldTogether(text: string, links: string): Message[] {
  const ids = linksIn(links);
  const orders = text.split(RULE).slice(1);
  return orders.map((order, index) => ({ deliveryId: ids[index] ?? null, text: order.trim() }));
}

/**
 * Links are buttons where the gateway has a public address, else written out. Each delivery once.
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
