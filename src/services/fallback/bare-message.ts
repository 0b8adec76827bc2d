import { type Locale } from "../../domain/texts/locale";
import { type Order } from "../../entities/orders/order";
import { fallbackWords } from "./fallback-words";

const UNWRITTEN: Record<Locale, string> = {
  ru: "Записать заказ целиком шлюз не смог: посмотрите его в консоли или позвоните гостю",
  en: "The gateway could not write the whole order out: look at it in the console, or call the guest",
};

/** What can always be said of an order to those who have to enter it. */
export function bareMessage(order: Order, language: Locale): { subject: string; blocks: string[] } {
  const words = fallbackWords[language];
  const doubt = order.lastFault?.mayExist ? [words.mayExist] : [];
  const guest = `${words.guest}: ${order.customerPhone}`;
  return {
    subject: words.subject(order.number),
    blocks: [words.title(order.number), ...doubt, UNWRITTEN[language], guest],
  };
}
