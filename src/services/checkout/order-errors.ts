import { inputError as userError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { formatKopecks, type Kopecks } from "../../domain/money/money";
import { type Text } from "../../domain/texts/locale";

/** Nothing was changed. */
export function claimedNow(): UserError {
  const ru =
    "Те же баллы, промокод или оплату сейчас использует другой заказ. Повторите через несколько секунд";
  const en =
    "Another order is using the same points, promo code or payment just now. Try again in a few seconds";
  return { ...userError(UserErrorCode.CONFLICT, null, ru, en), retryable: true };
}

export function branchNotFound(): UserError {
  return userError(
    UserErrorCode.NOT_FOUND,
    "branchId",
    "Такого филиала нет",
    "There is no such branch",
  );
}

export function branchNotAccepting(): UserError {
  const ru = "Филиал сейчас не принимает такие заказы";
  return userError(
    UserErrorCode.BRANCH_NOT_ACCEPTING,
    "fulfilment",
    ru,
    "The branch does not take such orders now",
  );
}

/** Without a response from its POS, the kitchen would not learn of the order in time. */
export function tillSilent(): UserError {
  const ru = "Касса ресторана сейчас не отвечает. Закажите ко времени или попробуйте позже";
  const en = "The restaurant's till does not answer now. Order for a time, or try again later";
  return userError(UserErrorCode.BRANCH_NOT_ACCEPTING, "wantedAt", ru, en);
}

export function branchNotConnected(): UserError {
  const ru = "Филиал ещё не подключён к кассе";
  return userError(
    UserErrorCode.BRANCH_NOT_ACCEPTING,
    "branchId",
    ru,
    "The branch is not connected to a till yet",
  );
}

export function dineInNotSupported(): UserError {
  const en = "Only delivery and pick-up are taken";
  return userError(
    UserErrorCode.INVALID,
    "fulfilment",
    "Принимаются только доставка и самовывоз",
    en,
  );
}

export function coordinateOutOfRange(field: string): UserError {
  return userError(
    UserErrorCode.INVALID,
    field,
    "Таких координат нет",
    "There are no such coordinates",
  );
}

export function guestCountOutOfRange(): UserError {
  return userError(
    UserErrorCode.INVALID,
    "guestCount",
    "От 1 до 99 персон",
    "From 1 to 99 persons",
  );
}

/** @param why what makes it invalid */
export function phoneInvalid(why: Text): UserError {
  return userError(UserErrorCode.PHONE_INVALID, "customer.phone", why.ru, why.en);
}

export function addressUnwanted(): UserError {
  const en = "A pick-up order has no address";
  return userError(UserErrorCode.INVALID, "address", "Для самовывоза адрес не нужен", en);
}

export function linesOutOfRange(max: number): UserError {
  const en = `An order has between 1 and ${max} lines`;
  return userError(UserErrorCode.INVALID, "lines", `В заказе от 1 до ${max} позиций`, en);
}

export function tooManyOptions(field: string, max: number): UserError {
  return userError(
    UserErrorCode.INVALID,
    field,
    `Не больше ${max} опций`,
    `At most ${max} options`,
  );
}

export function tooManyParts(field: string, max: number): UserError {
  return userError(UserErrorCode.INVALID, field, `Не больше ${max} частей`, `At most ${max} parts`);
}

export function tooManyPromoCodes(max: number): UserError {
  return userError(
    UserErrorCode.INVALID,
    "promoCodes",
    `Не больше ${max} промокодов`,
    `At most ${max} promo codes`,
  );
}

export function changeForCashOnly(): UserError {
  const en = "Change is given for cash only";
  return userError(
    UserErrorCode.INVALID,
    "payment.changeFrom",
    "Сдача бывает только с наличных",
    en,
  );
}

export function changeTooSmall(total: Kopecks): UserError {
  const sum = formatKopecks(total);
  const en = `Change is given from more than the total, ${sum}`;
  return userError(
    UserErrorCode.INVALID,
    "payment.changeFrom",
    `Сдача даётся с суммы больше итога, ${sum}`,
    en,
  );
}

export function paymentNotMapped(): UserError {
  const en = "The branch has no till payment type for online payments";
  const ru = "В филиале не настроен тип оплаты для онлайн-оплаты";
  return userError(UserErrorCode.PAYMENT_TYPE_NOT_MAPPED, "payment.method", ru, en);
}

export function paymentMethodUnavailable(): UserError {
  const en = "Points cannot pay for an order by themselves";
  return userError(
    UserErrorCode.INVALID,
    "payment.method",
    "Оплатить заказ одними баллами нельзя",
    en,
  );
}

export function methodNotTaken(): UserError {
  const en = "Orders of the branch cannot be paid like this";
  const ru = "Так заказ в этом филиале оплатить нельзя";
  return userError(UserErrorCode.PAYMENT_METHOD_NOT_TAKEN, "payment.method", ru, en);
}

export function notPayableOnline(): UserError {
  const en = "Only an online payment can be paid already";
  return userError(
    UserErrorCode.INVALID,
    "payment.paidOnline",
    "Оплачен заранее может быть только онлайн-платёж",
    en,
  );
}

/** The POS believes it, so only the branch's own callers may say it. */
export function mayNotSayPaid(): UserError {
  const en =
    "Only Result.Rest's server or the restaurant's staff, with an API key, may say that an order is paid";
  const ru =
    "Сообщить, что заказ оплачен, может только сервер Result.Rest или сотрудник, с ключом API";
  return userError(UserErrorCode.FORBIDDEN, "payment.paidOnline", ru, en);
}

export function mayNotNamePayment(): UserError {
  const en =
    "Only Result.Rest's server or the restaurant's staff, with an API key, may name a payment";
  const ru = "Указать платёж может только сервер Result.Rest или сотрудник, с ключом API";
  return userError(UserErrorCode.FORBIDDEN, "payment.externalPaymentId", ru, en);
}

export function paymentUsed(): UserError {
  const en = "Another order of the branch was paid by this payment";
  const ru = "Этим платежом уже оплачен другой заказ филиала";
  return userError(UserErrorCode.CONFLICT, "payment.externalPaymentId", ru, en);
}

export function totalChanged(total: Kopecks, currency: string): UserError {
  return priceError("expectedTotal", total, currency);
}

export function quoteOutdated(total: Kopecks, currency: string): UserError {
  return priceError("quoteId", total, currency);
}

function priceError(place: string, total: Kopecks, currency: string): UserError {
  const now = formatKopecks(total);
  const en = `The total is ${now} now`;
  const changed = userError(UserErrorCode.PRICE_CHANGED, place, `Сумма заказа теперь ${now}`, en);
  return { ...changed, item: { article: "", currentPrice: total, currency } };
}

export function keyReused(): UserError {
  const en = "This idempotency key belongs to another order";
  const ru = "Этот ключ идемпотентности уже использован для другого заказа";
  return userError(UserErrorCode.IDEMPOTENCY_KEY_REUSED, "idempotencyKey", ru, en);
}
