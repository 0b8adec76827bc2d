import { paymentInWords } from "../../../domain/ticket/payment-in-words";
import { type StaffWords } from "./staff-words";

export const EN: StaffWords = {
  title: (number) => `Order № ${number} did not reach the till. Please enter it by hand.`,
  subject: (number) => `Order № ${number}: enter it by hand`,
  printed: (number, posNumber) =>
    `Order № ${number}${posNumber === null ? "" : `, in the till ${posNumber}`}`,
  repeat: "REPEAT",
  together: (numbers) =>
    `${numbers.length} orders in this message: ${numbers.map((number) => `№ ${number}`).join(", ")}.`,
  andMore: (count) => `and ${count} more`,
  mayExist: "⚠ CAUTION: the till may have this order. Check first whether it is already there.",
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
    "Check the till and its connection. If the order has to be entered by hand, a message with its contents follows.",
};
