import { paymentInWords } from "../../domain/ticket/payment-in-words";
import { type Locale } from "../../domain/texts/locale";
import { type PaymentMethod } from "../../domain/ticket/payment-method";

interface Words {
  readonly title: (number: string) => string;
  readonly subject: (number: string) => string;
  /** What stands above an order that is printed, with its number in the till. */
  readonly printed: (number: string, posNumber: string | null) => string;
  readonly repeat: string;
  /** What a message about several orders begins with. */
  readonly together: (numbers: readonly string[]) => string;
  readonly andMore: (count: number) => string;
  readonly mayExist: string;
  readonly when: string;
  readonly asSoonAsPossible: string;
  readonly guest: string;
  readonly address: string;
  readonly persons: string;
  readonly comment: string;
  readonly article: string;
  readonly total: string;
  readonly discount: string;
  readonly promoCode: string;
  readonly coupon: string;
  readonly delivery: string;
  readonly points: string;
  readonly change: (sum: string) => string;
  readonly paid: string;
  readonly payment: string;
  readonly reason: string;
  readonly fix: string;
  readonly said: string;
  readonly unknown: string;
  readonly methods: Record<PaymentMethod, string>;
  readonly enterByHand: string;
  readonly retry: string;
  readonly inTill: (number: string, posNumber: string | null) => string;
  readonly inTillAdvice: string;
  readonly cancelled: (number: string) => string;
  readonly cancelledAdvice: string;
  readonly cancelByHand: (number: string, posNumber: string | null) => string;
  readonly cancelByHandAdvice: string;
  readonly twiceInTill: (number: string, posNumber: string | null) => string;
  readonly twiceInTillAdvice: string;
  readonly late: (number: string, minutes: number) => string;
  readonly lateAdvice: string;
}

const RU: Words = {
  title: (number) => `Заказ № ${number} не попал на кассу. Внесите его вручную.`,
  subject: (number) => `Заказ № ${number}: внесите вручную`,
  printed: (number, posNumber) =>
    `Заказ № ${number}${posNumber === null ? "" : `, на кассе ${posNumber}`}`,
  repeat: "ПОВТОР",
  together: (numbers) =>
    `Заказов в этом сообщении: ${numbers.length}. ${numbers.map((number) => `№ ${number}`).join(", ")}.`,
  andMore: (count) => `и ещё ${count}`,
  mayExist:
    "⚠ ВНИМАНИЕ: касса могла получить этот заказ. Сначала проверьте, нет ли его уже на кассе.",
  when: "Когда",
  asSoonAsPossible: "как можно скорее",
  guest: "Гость",
  address: "Адрес",
  persons: "Персон",
  comment: "Комментарий",
  article: "арт.",
  total: "Итого",
  discount: "Скидка",
  promoCode: "Промокод",
  coupon: "Купон, который надо ввести на кассе",
  delivery: "Доставка",
  points: "Оплата баллами",
  change: (sum) => `сдача с ${sum}`,
  paid: "ОПЛАЧЕНО онлайн",
  payment: "оплата",
  reason: "Причина",
  fix: "Что делать",
  said: "Ответ кассы",
  unknown: "неизвестна",
  methods: {
    CASH: paymentInWords.CASH.ru,
    CARD_ON_DELIVERY: paymentInWords.CARD_ON_DELIVERY.ru,
    ONLINE: `${paymentInWords.ONLINE.ru}, ещё не оплачено`,
    BONUS: paymentInWords.BONUS.ru,
  },
  enterByHand: "Внесён вручную",
  retry: "Повторить отправку на кассу",
  inTill: (number, posNumber) =>
    `Заказ № ${number} всё-таки на кассе${posNumber === null ? "" : ` под номером ${posNumber}`}.`,
  inTillAdvice: "Не вносите его вручную. Если уже внесли, удалите на кассе одну из двух копий.",
  cancelled: (number) => `Заказ № ${number} отменён.`,
  cancelledAdvice: "Не вносите его вручную. Если уже внесли, отмените его на кассе.",
  cancelByHand: (number, posNumber) =>
    `Заказ № ${number} отменён, но на кассе он остался${posNumber === null ? "" : ` под номером ${posNumber}`}.`,
  cancelByHandAdvice: "Отмените его на кассе и не готовьте.",
  twiceInTill: (number, posNumber) =>
    `Заказ № ${number} попал на кассу дважды${posNumber === null ? "" : `, одна из копий под номером ${posNumber}`}.`,
  twiceInTillAdvice: "Оставьте одну копию, вторую отмените и не готовьте.",
  late: (number, minutes) => `Заказ № ${number} уже ${minutes} мин не на кассе.`,
  lateAdvice:
    "Проверьте кассу и связь. Когда заказ потребует рук, придёт отдельное сообщение с составом заказа.",
};

const EN: Words = {
  title: (number) => `Order № ${number} did not reach the till. Please enter it by hand.`,
  subject: (number) => `Order № ${number}: enter it by hand`,
  printed: (number, posNumber) =>
    `Order № ${number}${posNumber === null ? "" : `, in the till ${posNumber}`}`,
  repeat: "REPEAT",
  together: (numbers) =>
    `${numbers.length} orders in this message: ${numbers.map((number) => `№ ${number}`).join(", ")}.`,
  andMore: (count) => `and ${count} more`,
  mayExist: "⚠ CAUTION: the till may have this order. Look first whether it is there already.",
  when: "When",
  asSoonAsPossible: "as soon as possible",
  guest: "Guest",
  address: "Address",
  persons: "Persons",
  comment: "Comment",
  article: "article",
  total: "Total",
  discount: "Discount",
  promoCode: "Promo code",
  coupon: "Coupon to enter at the till",
  delivery: "Delivery",
  points: "Paid by points",
  change: (sum) => `change from ${sum}`,
  paid: "PAID online",
  payment: "to be paid",
  reason: "Reason",
  fix: "What to do",
  said: "The till said",
  unknown: "unknown",
  methods: {
    CASH: paymentInWords.CASH.en,
    CARD_ON_DELIVERY: paymentInWords.CARD_ON_DELIVERY.en,
    ONLINE: `${paymentInWords.ONLINE.en}, not paid yet`,
    BONUS: paymentInWords.BONUS.en,
  },
  enterByHand: "Entered by hand",
  retry: "Send to the till again",
  inTill: (number, posNumber) =>
    `Order № ${number} is in the till after all${posNumber === null ? "" : `, as number ${posNumber}`}.`,
  inTillAdvice:
    "Do not enter it by hand. If you have done so, delete one of the two copies in the till.",
  cancelled: (number) => `Order № ${number} was cancelled.`,
  cancelledAdvice: "Do not enter it by hand. If you have done so, cancel it in the till.",
  cancelByHand: (number, posNumber) =>
    `Order № ${number} was cancelled, but it is still in the till${posNumber === null ? "" : `, as number ${posNumber}`}.`,
  cancelByHandAdvice: "Cancel it in the till, and do not cook it.",
  twiceInTill: (number, posNumber) =>
    `Order № ${number} is in the till twice${posNumber === null ? "" : `, one copy as number ${posNumber}`}.`,
  twiceInTillAdvice: "Keep one copy; cancel the other, and do not cook it.",
  late: (number, minutes) => `Order № ${number} has not been in the till for ${minutes} min.`,
  lateAdvice:
    "Look at the till and its connection. If the order needs hands, a message with its contents follows.",
};

/** What messages to people say, in the language of whoever reads them. */
export const fallbackWords: Record<Locale, Words> = { ru: RU, en: EN };
