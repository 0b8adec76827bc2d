import { type UserError } from "../../../domain/errors/user-error";
import { type OrderStatus } from "../../../domain/orders/order-status";
import { POS_STATUSES, posStatusOf } from "../../../domain/pos/pos-status";
import { type Text } from "../../../domain/texts/locale";
import { keyOf } from "../../../domain/texts/typed-text";
import { PaymentMethod } from "../../../domain/ticket/payment-method";
import { type PaymentTypeMapping } from "../../../entities/branches/branch-settings";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { invalid } from "../changes/branch-error";
import { givenTwice, idErrors, pathInPos, spelled } from "./ids-in-pos";
import { columnOf } from "./setting-column";
import { type InputPath, type SettingContext } from "./setting-field";
import { PosDictionary, SettingGroup, SettingKind } from "./setting-kind";
import { LONGEST, MAX_ROWS } from "./settings-limits";
import { choicesOf } from "./simple-kinds";
import { list } from "./text-kinds";

type GivenPaymentType = Omit<PaymentTypeMapping, "posPaymentTypeId"> & {
  /** The older name of the next field. */
  readonly posPaymentTypeId?: string | null | undefined;
  readonly paymentTypeIdInPos?: string | null | undefined;
};

interface StatusMapping {
  readonly posStatus: string;
  readonly status: OrderStatus;
}

const METHODS: Readonly<Record<PaymentMethod, Text>> = {
  CASH: { ru: "Наличными", en: "Cash" },
  CARD_ON_DELIVERY: { ru: "Картой при получении", en: "Card on delivery" },
  ONLINE: { ru: "Онлайн", en: "Online" },
  BONUS: { ru: "Баллами", en: "Points" },
};

const STATUSES: Readonly<Record<OrderStatus, Text>> = {
  NEW: { ru: "Новый", en: "New" },
  UNCONFIRMED: { ru: "Не подтверждён", en: "Unconfirmed" },
  ACCEPTED: { ru: "Принят", en: "Accepted" },
  QUEUED_FOR_COOKING: { ru: "Ждёт готовки", en: "Queued for cooking" },
  COOKING: { ru: "Готовится", en: "Cooking" },
  READY: { ru: "Готов", en: "Ready" },
  WAITING_FOR_COURIER: { ru: "Ждёт курьера", en: "Waiting for the courier" },
  ON_THE_WAY: { ru: "В пути", en: "On the way" },
  DELIVERED: { ru: "Доставлен", en: "Delivered" },
  CLOSED: { ru: "Закрыт", en: "Closed" },
  CANCELLED: { ru: "Отменён", en: "Cancelled" },
};

/** The words that the till shows; the value is the word of its API. */
const POS_WORDS: Readonly<Record<(typeof POS_STATUSES)[number], Text>> = {
  Unconfirmed: { ru: "Не подтверждена", en: "Unconfirmed" },
  WaitCooking: { ru: "Новая", en: "Waiting for cooking" },
  ReadyForCooking: { ru: "Готова к приготовлению", en: "Ready for cooking" },
  CookingStarted: { ru: "Готовится", en: "Cooking started" },
  CookingCompleted: { ru: "Приготовлена", en: "Cooking completed" },
  Waiting: { ru: "Ждёт отправки", en: "Waiting" },
  OnWay: { ru: "В пути", en: "On the way" },
  Delivered: { ru: "Доставлена", en: "Delivered" },
  Closed: { ru: "Закрыта", en: "Closed" },
  Cancelled: { ru: "Отменена", en: "Cancelled" },
  Deleted: { ru: "Удалена", en: "Deleted" },
};

export const PAYMENT_FIELDS = {
  paymentTypes: list(
    "paymentTypes",
    {
      type: "PaymentTypeMapping",
      mostItems: MAX_ROWS,
      columns: [
        columnOf("method", SettingKind.CHOICE, ["Способ оплаты", "Payment method"], {
          choices: choicesOf(METHODS),
        }),
        columnOf("posPaymentTypeId", SettingKind.POS_ID, ["Тип оплаты", "Payment type"], {
          dictionary: PosDictionary.PAYMENT_TYPES,
        }),
        columnOf("processedExternally", SettingKind.FLAG, ["Оплачено вне кассы", "Paid already"]),
      ],
      stored: storedPaymentType,
      userErrors: paymentTypeErrors,
    },
    {
      group: SettingGroup.PAYMENT_TYPES,
      label: { ru: "Типы оплаты", en: "Payment types" },
      explanation: {
        ru: "Чем касса оформляет каждый способ оплаты. «Не выбрано»: заказ уходит без оплаты, и касса спросит её сама.",
        en: "What the till books for each payment method. Not chosen: no payment is sent, and the till asks.",
      },
      shown:
        "The POS payment type that is booked for each payment method; missing methods are not mapped.",
      given:
        "The POS payment type that is booked for each payment method. Replaces the whole list; each method may appear once.",
    },
  ),
} as const;

export const STATUS_FIELDS = {
  statusMap: list(
    "statusMap",
    {
      type: "StatusMapping",
      mostItems: MAX_ROWS,
      columns: [
        columnOf("posStatus", SettingKind.CHOICE, ["Статус кассы", "Status of the POS"], {
          choices: choicesOf(POS_WORDS),
          limits: { longest: LONGEST.posStatus },
        }),
        columnOf("status", SettingKind.CHOICE, ["Статус заказа", "Order status"], {
          choices: choicesOf(STATUSES),
        }),
      ],
      read: ({ posStatus, status }: StatusMapping) => ({ posStatus: keyOf(posStatus), status }),
      stored: ({ posStatus, status }) => ({
        posStatus: posStatusOf(posStatus) ?? posStatus,
        status,
      }),
      userErrors: statusMapErrors,
    },
    {
      group: SettingGroup.STATUSES,
      label: { ru: "Статусы заказа", en: "Order statuses" },
      explanation: {
        ru: "Только то, что отличается от обычного: стандартные статусы шлюз понимает сам.",
        en: "Only what differs from the standard: the gateway knows the usual statuses itself.",
      },
      shown: "Statuses of the POS whose meaning differs from the default.",
      given:
        "Meanings of statuses of the POS that differ from the default. Replaces the whole list; each status may appear once.",
    },
  ),
} as const;

function storedPaymentType(given: GivenPaymentType, ids: PosIds | null): PaymentTypeMapping {
  const { method, processedExternally } = given;
  const id = given.paymentTypeIdInPos ?? given.posPaymentTypeId ?? null;
  return { method, posPaymentTypeId: id === null ? null : spelled(id, ids), processedExternally };
}

function tooManyRows(at: InputPath): UserError[] {
  return [invalid(at, `Не больше ${MAX_ROWS} строк`, `At most ${MAX_ROWS} rows`)];
}

function paymentTypeErrors(
  mappings: readonly GivenPaymentType[],
  at: InputPath,
  { ids }: SettingContext,
): UserError[] {
  if (mappings.length > MAX_ROWS) return tooManyRows(at);
  return mappings.flatMap((mapping, index) => {
    const { method, processedExternally } = mapping;
    const path = [...at, String(index)];
    const userErrors = paymentTypeIdErrors(mapping, [...path, "posPaymentTypeId"], ids);
    if (mappings.findIndex((other) => other.method === method) < index) {
      const en = "The payment method is mapped twice";
      userErrors.push(invalid([...path, "method"], "Способ оплаты указан дважды", en));
    }
    if (method === PaymentMethod.CASH && processedExternally) {
      const ru = "Наличные всегда принимает касса: снимите «оплачено вне кассы»";
      const en = "Cash is always taken at the till: processedExternally must be false";
      userErrors.push(invalid([...path, "processedExternally"], ru, en));
    }
    return userErrors;
  });
}

function paymentTypeIdErrors(
  { posPaymentTypeId: older, paymentTypeIdInPos: newer }: GivenPaymentType,
  at: InputPath,
  ids: PosIds | null,
): UserError[] {
  if (older !== undefined && newer !== undefined)
    return [givenTwice(pathInPos(at), at.at(-1) ?? "")];
  const id = newer ?? older ?? null;
  return id === null ? [] : idErrors(id, at, ids);
}

function statusMapErrors(statusMap: readonly StatusMapping[], at: InputPath): UserError[] {
  if (statusMap.length > MAX_ROWS) return tooManyRows(at);
  return statusMap.flatMap(({ posStatus }, index) => {
    const field = [...at, String(index), "posStatus"];
    const status = posStatusOf(posStatus);
    if (status === undefined) {
      const all = POS_STATUSES.join(", ");
      const ru = `Это не статус кассы. Бывают: ${all}`;
      return [invalid(field, ru, `This is no status of the POS. There are: ${all}`)];
    }
    const twice = statusMap.findIndex((other) => posStatusOf(other.posStatus) === status) < index;
    return twice ? [invalid(field, "Статус указан дважды", "The status is mapped twice")] : [];
  });
}
