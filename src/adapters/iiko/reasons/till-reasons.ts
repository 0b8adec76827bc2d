import { RefusalKind } from "../../../domain/errors/refusal-kind";
import {
  ASK_IIKO,
  CONNECT_ORGANIZATION,
  LOOK_INTO_TILL,
  MEND_BRANCH,
  MEND_ORDER_TYPE,
  REGISTER_TILL,
  START_TILL,
  UPDATE_FRONT,
  WAITS_BY_ITSELF,
} from "./fixes";
import { type IikoReasons, reason } from "./reason";

const { AMBIGUOUS, FINAL, MAPPING, OPERATOR, RETRY } = RefusalKind;

const INCONSISTENT = reason(
  AMBIGUOUS,
  "Облако iiko и касса расходятся в том, что с заказом",
  "iiko's cloud and the till disagree about the order",
  LOOK_INTO_TILL,
);

/** The restaurant, its tills, their order types, and iiko itself. */
export const TILL_REASONS: IikoReasons = {
  TerminalGroupIdNotDetermined: reason(
    MAPPING,
    "iiko не знает, на какую кассу отправить заказ",
    "iiko does not know which till the order is for",
    MEND_BRANCH,
  ),
  TerminalGroupUnregistered: reason(
    OPERATOR,
    "Терминальная группа не зарегистрирована",
    "The terminal group is not registered",
    REGISTER_TILL,
  ),
  TerminalGroupDisabled: reason(
    RETRY,
    "Терминальная группа отключена",
    "The terminal group is disabled",
    START_TILL,
  ),
  OrganizationUnregistered: reason(
    OPERATOR,
    "Организация не зарегистрирована в облаке iiko",
    "The organization is not registered in iiko's cloud",
    CONNECT_ORGANIZATION,
  ),
  OrganizationDisabled: reason(
    OPERATOR,
    "Организация отключена в облаке iiko",
    "The organization is disabled in iiko's cloud",
    CONNECT_ORGANIZATION,
  ),
  ORGANIZATION_DENIED: reason(
    OPERATOR,
    "Ключ API не видит организацию филиала",
    "The API key does not see the branch's organization",
    CONNECT_ORGANIZATION,
  ),
  ConceptionNotFound: reason(
    MAPPING,
    "Касса не знает концепции",
    "The till does not know the conception",
    MEND_BRANCH,
  ),
  OrderTypeNotFound: reason(
    MAPPING,
    "Касса не знает такого типа заказа",
    "The till does not know the order type",
    MEND_ORDER_TYPE,
  ),
  IncorrectOrderType: reason(
    MAPPING,
    "Тип заказа на кассе не для доставки",
    "The till's order type is not one of delivery",
    MEND_ORDER_TYPE,
  ),
  OrderServiceTypeDoesNotMatchSelfServiceMode: reason(
    MAPPING,
    "Тип заказа не подходит к доставке или самовывозу",
    "The order type does not fit delivery or pick-up",
    MEND_ORDER_TYPE,
  ),
  IikoFrontTooOldVersion: reason(
    OPERATOR,
    "Версия iikoFront слишком стара для такого заказа",
    "iikoFront is too old for such an order",
    UPDATE_FRONT,
  ),
  DuplicatedOrderId: reason(
    AMBIGUOUS,
    "Заказ с этим номером в iiko уже есть",
    "iiko has an order of this id already",
    LOOK_INTO_TILL,
  ),
  EntityAlreadyInUse: reason(
    RETRY,
    "На кассе этот заказ сейчас кто-то открыл",
    "Somebody has the order open at the till",
    WAITS_BY_ITSELF,
  ),
  MayBeInconsistentUpdates: INCONSISTENT,
  InconsistentUpdates: INCONSISTENT,
  InternalServerError: reason(
    AMBIGUOUS,
    "Внутренняя ошибка iiko",
    "An internal error of iiko",
    LOOK_INTO_TILL,
  ),
  UnknownError: reason(
    AMBIGUOUS,
    "iiko не смогла назвать причину",
    "iiko cannot tell the reason",
    LOOK_INTO_TILL,
  ),
  OrderStatusChangedInIikoFront: reason(
    FINAL,
    "Статус заказа уже изменили на кассе",
    "The order's status has been changed at the till",
    LOOK_INTO_TILL,
  ),
  DuplicatedReserveId: reason(
    FINAL,
    "Такой резерв в iiko уже есть",
    "iiko has such a reserve already",
    ASK_IIKO,
  ),
  IllegalDeliveryStatus: reason(
    FINAL,
    "В таком статусе заказа это сделать нельзя",
    "The order's status does not allow it",
    LOOK_INTO_TILL,
  ),
  WrongDeliveryStatus: reason(
    FINAL,
    "Статус доставки не подходит",
    "The delivery's status does not fit",
    LOOK_INTO_TILL,
  ),
  OrderNotFound: reason(
    FINAL,
    "Касса не нашла такого заказа",
    "The till did not find the order",
    LOOK_INTO_TILL,
  ),
};
