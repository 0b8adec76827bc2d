import { type LinkVerdict, type ShownLink } from "../services/fallback/follow-fallback-link";

type Action = NonNullable<ShownLink["action"]>;

export interface LinkPageWords {
  readonly title: (number: string) => string;
  readonly unknownTitle: string;
  readonly posNumber: string;
  readonly open: Record<Action, string>;
  readonly buttons: Record<Action, string>;
  readonly closed: Record<Exclude<LinkVerdict, "OPEN">, string>;
}

/** The texts of the pages behind the links in a message. */
export const linkPageWords: Record<ShownLink["language"], LinkPageWords> = {
  ru: {
    title: (number) => `Заказ № ${number}`,
    unknownTitle: "Такой ссылки нет",
    posNumber: "Номер на кассе, если он известен",
    open: {
      ENTERED_BY_HAND:
        "Подтвердите, что заказ внесён на кассу вручную. Автоматически он больше отправляться не будет.",
      RETRY:
        "Отправить заказ на кассу ещё раз? Если вы уже вносите его вручную, не отправляйте: заказ задвоится.",
    },
    buttons: { ENTERED_BY_HAND: "Заказ внесён вручную", RETRY: "Отправить на кассу" },
    closed: {
      DONE: "Готово, спасибо.",
      BUSY: "С заказом сейчас работает кто-то ещё. Нажмите ещё раз через несколько секунд.",
      UNKNOWN: "Ссылка повреждена. Откройте её из сообщения ещё раз.",
      EXPIRED: "Ссылка устарела: прошло больше суток. Обратитесь к оператору.",
      USED: "По этому заказу уже ответили. Больше ничего делать не нужно.",
      IN_POS: "Заказ уже на кассе. Вносить его вручную не нужно.",
      OVERTAKEN:
        "Ссылка больше не действует: с заказом с тех пор что-то сделали. Есть более новое сообщение или ответ.",
    },
  },
  en: {
    title: (number) => `Order № ${number}`,
    unknownTitle: "There is no such link",
    posNumber: "Its number in the till, if you know it",
    open: {
      ENTERED_BY_HAND:
        "Confirm that the order was entered into the till by hand. It will not be sent automatically any more.",
      RETRY:
        "Send the order to the till again? If you are entering it by hand already, do not: it would be there twice.",
    },
    buttons: { ENTERED_BY_HAND: "The order was entered by hand", RETRY: "Send to the till" },
    closed: {
      DONE: "Done, thank you.",
      BUSY: "Somebody else is at work on the order. Press again in a few seconds.",
      UNKNOWN: "The link is broken. Open it from the message again.",
      EXPIRED: "The link has expired: more than a day has passed. Please ask an operator.",
      USED: "Somebody has answered for this order already. Nothing is left to do.",
      IN_POS: "The order is in the till already. It need not be entered by hand.",
      OVERTAKEN:
        "The link does not work any more: something has been done with the order since. Look for a newer message.",
    },
  },
};
