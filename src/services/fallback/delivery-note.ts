import { type Text } from "../../domain/texts/locale";
import { MessagePurpose, type StaffMessage } from "../../entities/orders/staff-message";
import { type ChannelVendor, wordsOfChannel } from "../../ports/channel-vendor";

type Vendors = readonly ChannelVendor[];

/** Timeline note for when somebody has used a link in a message. */
export function linkNote(vendors: Vendors, kind: string): Text {
  const { ru, en } = wordsOfChannel(vendors, kind).by;
  return {
    ru: `Сотрудник ответил по ссылке, отправленной ${ru}`,
    en: `Somebody answered by the link sent ${en}`,
  };
}

/** Timeline note for when a channel's pause keeps an order from reaching the staff. */
export function putOffNote(vendors: Vendors, kind: string): Text {
  const { ru, en } = wordsOfChannel(vendors, kind).by;
  return {
    ru: `Сообщение ${ru} ждёт: канал просит паузу`,
    en: `The message ${en} waits: the channel asks for a pause`,
  };
}

/** Timeline note for when messages go to another target from now on. */
export function movedNote(vendors: Vendors, kind: string): Text {
  const { by, moved } = wordsOfChannel(vendors, kind);
  return (
    moved ?? {
      ru: `Получатель сообщений ${by.ru} сменил адрес: сообщения идут на новый, настройки филиала исправлены`,
      en: `The recipient of messages ${by.en} has moved: messages go to the new address, and the branch's settings follow`,
    }
  );
}

const SENT: Record<MessagePurpose, Text> = {
  [MessagePurpose.HAND_OVER]: {
    ru: "Сотрудникам отправлен заказ",
    en: "The order was sent to the restaurant's staff",
  },
  [MessagePurpose.CORRECTION]: {
    ru: "Сотрудникам отправлена поправка",
    en: "A correction was sent to the restaurant's staff",
  },
  [MessagePurpose.ALERT]: {
    ru: "Сотрудники предупреждены",
    en: "The restaurant's staff were warned",
  },
  [MessagePurpose.CANCEL_BY_HAND]: {
    ru: "Сотрудников попросили отменить заказ на кассе",
    en: "The restaurant's staff were asked to cancel the order in the till",
  },
  [MessagePurpose.TWICE_IN_TILL]: {
    ru: "Сотрудников попросили отменить вторую копию заказа на кассе",
    en: "The restaurant's staff were asked to cancel the second copy of the order in the till",
  },
};

/** Timeline note for a delivery that has ended: it was sent if it carries no error. */
export function deliveryNote(
  vendors: Vendors,
  delivery: Pick<StaffMessage, "kind" | "purpose" | "repeated" | "sendingSince" | "error">,
): Text {
  const { kind, purpose, repeated, sendingSince, error } = delivery;
  const channel = wordsOfChannel(vendors, kind).by;
  if (error !== null) {
    const doubt =
      sendingSince === null
        ? { ru: "", en: "" }
        : { ru: ", но могло дойти", en: " but may have arrived" };
    return {
      ru: `Сообщение ${channel.ru} не отправлено${doubt.ru}`,
      en: `The message ${channel.en} was not sent${doubt.en}`,
    };
  }
  const mark = repeated ? { ru: " повторно", en: " again" } : { ru: "", en: "" };
  return {
    ru: `${SENT[purpose].ru} ${channel.ru}${mark.ru}`,
    en: `${SENT[purpose].en} ${channel.en}${mark.en}`,
  };
}
