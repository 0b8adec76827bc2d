import { paymentInWords } from "../../../domain/ticket/payment-in-words";
import { type StaffWords } from "./staff-words";

export const RU: StaffWords = {
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
    "Проверьте кассу и связь. Если заказ придётся внести вручную, придёт отдельное сообщение с его составом.",
};
