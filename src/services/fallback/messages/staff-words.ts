import { type PaymentMethod } from "../../../domain/ticket/payment-method";

/** Every text used in staff messages. A file per language provides them all. */
export interface StaffWords {
  readonly title: (number: string) => string;
  readonly subject: (number: string) => string;
  /** The heading of a printed order, with its number in the POS. */
  readonly printed: (number: string, posNumber: string | null) => string;
  readonly repeat: string;
  /** The opening of a message about several orders. */
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
