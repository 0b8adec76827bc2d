import { RefusalKind } from "../../../domain/errors/refusal-kind";
import {
  CALL_GUEST,
  ENTER_BY_HAND,
  ENTER_WITH_GUEST_NAME,
  LATER_TIME,
  MEND_IIKO_SETTINGS,
  TELL_GATEWAY,
} from "./fixes";
import { type IikoReasons, reason } from "./reason";

const { FINAL, MAPPING, OPERATOR } = RefusalKind;

/** Who ordered, to which address and for what time. */
export const GUEST_REASONS: IikoReasons = {
  InvalidPhone: reason(
    FINAL,
    "Касса не приняла телефон гостя",
    "The till did not take the guest's phone",
    CALL_GUEST,
  ),
  CustomerNameNotSpecified: reason(
    FINAL,
    "Кассе нужно имя гостя",
    "The till wants the guest's name",
    ENTER_WITH_GUEST_NAME,
  ),
  AnonymousCustomerDisabled: reason(
    OPERATOR,
    "Касса не берёт заказы гостей, которых нет в её базе",
    "The till takes no orders of guests who are not in its base",
    {
      ru: "Разрешите разовых гостей в настройках организации iiko; этот заказ внесите вручную",
      en: "Allow one-time guests in iiko's organization settings; enter this order by hand",
    },
  ),
  GuestNameNotSpecified: reason(
    FINAL,
    "Кассе нужно имя каждого гостя",
    "The till wants the name of every guest",
    ENTER_WITH_GUEST_NAME,
  ),
  GuestDuplicated: reason(
    FINAL,
    "Один гость указан дважды",
    "A guest stands twice in the order",
    ENTER_BY_HAND,
  ),
  InvalidReferenceToGuest: reason(
    FINAL,
    "Позиция записана на гостя, которого в заказе нет",
    "A line belongs to a guest the order does not have",
    ENTER_BY_HAND,
  ),
  AddressNotFound: reason(
    FINAL,
    "Касса не нашла адреса доставки",
    "The till did not find the delivery address",
    CALL_GUEST,
  ),
  HomeNotFound: reason(
    FINAL,
    "Касса не нашла дома по адресу",
    "The till did not find the house",
    CALL_GUEST,
  ),
  Line1Disabled: reason(
    MAPPING,
    "Касса не принимает адреса одной строкой",
    "The till takes no addresses in one line",
    MEND_IIKO_SETTINGS,
  ),
  DeliveryDateNotSpecified: reason(
    FINAL,
    "Кассе нужно время доставки",
    "The till wants a delivery time",
    LATER_TIME,
  ),
  TooSmallDeliveryDate: reason(
    FINAL,
    "Время доставки для кассы слишком близко или уже прошло",
    "The delivery time is too soon for the till, or past",
    LATER_TIME,
  ),
  MarketingSourceNotFound: reason(
    MAPPING,
    "Касса не знает источника рекламы или требует его",
    "The till does not know the marketing source, or demands one",
    MEND_IIKO_SETTINGS,
  ),
  Incorrect: reason(
    FINAL,
    "Касса считает заказ составленным неверно",
    "The till finds the order wrong",
    TELL_GATEWAY,
  ),
  INVALID_BODY_JSON_FORMAT: reason(
    FINAL,
    "iiko не поняла запроса шлюза",
    "iiko did not understand the gateway's request",
    TELL_GATEWAY,
  ),
};
