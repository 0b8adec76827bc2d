import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { ASK_IIKO } from "./fixes";
import { type IikoReasons, reason } from "./reason";

const { FINAL } = RefusalKind;

/**
 * Couriers, users of the till and reviews: these come up after an order was accepted, and cannot
 * keep one out of the POS.
 */
export const AFTERWARDS_REASONS: IikoReasons = {
  CourierIdDoesNotExist: reason(
    FINAL,
    "Касса не знает такого курьера",
    "The till does not know the courier",
    ASK_IIKO,
  ),
  CourierDoesNotOwnOrder: reason(
    FINAL,
    "Заказ везёт другой курьер",
    "Another courier has the order",
    ASK_IIKO,
  ),
  CanNotAssignCourierToOrder: reason(
    FINAL,
    "Курьера нельзя назначить на этот заказ",
    "The courier cannot be assigned to the order",
    ASK_IIKO,
  ),
  UserNotFoundByExternalPassword: reason(
    FINAL,
    "Касса не знает сотрудника с таким паролем",
    "The till knows no user with this password",
    ASK_IIKO,
  ),
  UserNotFound: reason(
    FINAL,
    "Касса не знает такого сотрудника",
    "The till does not know the user",
    ASK_IIKO,
  ),
  DeliveryOpinionMarkInvalid: reason(
    FINAL,
    "Оценка доставки вне шкалы",
    "The mark of the delivery is off the scale",
    ASK_IIKO,
  ),
  WrongDeliveryStatusForOpinion: reason(
    FINAL,
    "Заказ ещё нельзя оценить",
    "The order cannot be rated yet",
    ASK_IIKO,
  ),
  OpinionCommentTooLong: reason(
    FINAL,
    "Отзыв слишком длинный",
    "The opinion is too long",
    ASK_IIKO,
  ),
  SurveyItemNotFound: reason(
    FINAL,
    "Касса не знает вопроса анкеты",
    "The till does not know the question",
    ASK_IIKO,
  ),
};
