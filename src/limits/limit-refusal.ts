import { type Text } from "../domain/texts/locale";
import { Overloaded, RateLimited } from "../errors";

/** What one address may have too much of, in words for the caller who is refused. */
const TEXTS = {
  work: {
    ru: "Запросы с вашего адреса или ключа требуют слишком много работы",
    en: "The queries of your address or key ask for too much work",
  },
  requests: {
    en: "Too many requests from your address",
    ru: "Слишком много запросов с вашего адреса",
  },
  credentials: {
    en: "Too many wrong credentials from your address",
    ru: "Слишком много неверных ключей с вашего адреса",
  },
  promoCodes: {
    en: "Too many wrong promo codes from your address",
    ru: "Слишком много неверных промокодов с вашего адреса",
  },
  connections: {
    en: "Too many connections from your address",
    ru: "Слишком много соединений с вашего адреса",
  },
  subscriptions: {
    en: "The subscriptions of your connection or address hold too much: shorten them, or end some",
    ru: "Подписки вашего соединения или адреса занимают слишком много памяти: сократите их или закройте часть",
  },
  streams: {
    en: "Too many sockets and event streams from your address",
    ru: "Слишком много открытых подписок с вашего адреса",
  },
} satisfies Record<string, Text>;

const BUSY: Text = {
  en: "The service is busy, please come back in a moment",
  ru: "Сервис перегружен, попробуйте через минуту",
};

export type LimitName = keyof typeof TEXTS;

/** Returns the error for too much from one address. Nothing was done. */
export function overLimit(what: LimitName, retryAfterMs: number): RateLimited {
  return new RateLimited(TEXTS[what], retryAfterMs);
}

/** Returns the error for when all callers together have used the capacity. Nothing was done. */
export function overloaded(retryAfterMs: number): Overloaded {
  return new Overloaded(BUSY, retryAfterMs);
}
