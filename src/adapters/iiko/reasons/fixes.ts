import { type Text } from "../../../domain/texts/locale";

function fix(ru: string, en: string): Text {
  return { ru, en };
}

/** What the staff can do about a refusal; many refusals share one. */
export const IMPORT_AGAIN = fix(
  "Обновите меню филиала из iiko (импорт раздела), затем повторите заказ",
  "Import the branch's menu from iiko again, then retry the order",
);
export const MEND_CARD = fix(
  "Проверьте карточку товара в iiko Office, дождитесь обмена с облаком (до 30 минут) и повторите заказ",
  "Check the product's card in iiko Office, wait for the exchange with the cloud (up to 30 minutes), then retry",
);
export const MEND_PAYMENT = fix(
  "Выберите подходящий тип оплаты в настройках филиала, затем повторите заказ",
  "Choose a fitting payment type in the branch's settings, then retry the order",
);
export const MEND_DISCOUNT = fix(
  "Проверьте универсальную скидку в настройках филиала: вся сумма заказа, фиксированная сумма, «назначить сумму»",
  'Check the branch\'s universal discount: whole order, fixed sum, "assign the sum"',
);
export const MEND_BRANCH = fix(
  "Проверьте организацию и терминальную группу в настройках филиала, затем повторите заказ",
  "Check organization and terminal group in the branch's settings, then retry the order",
);
export const MEND_ORDER_TYPE = fix(
  "Проверьте типы заказа доставки в iiko: нужны «Доставка курьером» и «Доставка самовывоз» без удалённых",
  "Check the delivery order types in iiko: courier delivery and pick-up must exist and not be deleted",
);
export const MEND_IIKO_SETTINGS = fix(
  "Измените настройки доставки в iiko или внесите заказ вручную",
  "Change the delivery settings in iiko, or enter the order by hand",
);
export const ASK_IIKO = fix(
  "Внесите заказ вручную и обратитесь в поддержку iiko с номером запроса",
  "Enter the order by hand and ask iiko's support, giving the correlation id",
);
export const CALL_GUEST = fix(
  "Позвоните гостю, уточните данные и внесите заказ вручную",
  "Call the guest, get it right and enter the order by hand",
);
export const OFFER_ANOTHER = fix(
  "Позвоните гостю, предложите замену и внесите заказ вручную",
  "Call the guest, offer something else and enter the order by hand",
);
export const ENTER_WITH_GUEST_NAME = fix(
  "Уточните имя гостя и внесите заказ вручную",
  "Ask for the guest's name and enter the order by hand",
);
export const TAKE_MONEY_BY_HAND = fix(
  "Внесите заказ вручную и проведите оплату на кассе",
  "Enter the order by hand and take the payment at the till",
);
export const ENTER_BY_HAND = fix("Внесите заказ вручную", "Enter the order by hand");
export const LOOK_INTO_TILL = fix(
  "Сначала проверьте, нет ли заказа на кассе; если нет, внесите его вручную",
  "First look whether the till has the order; if not, enter it by hand",
);
export const START_TILL = fix(
  "Запустите iikoFront на кассе и проверьте её интернет; шлюз повторит сам",
  "Start iikoFront on the till and check its connection; the gateway tries again by itself",
);
export const REGISTER_TILL = fix(
  "Зарегистрируйте и включите терминальную группу в iiko web, затем повторите заказ",
  "Register and enable the terminal group in iiko web, then retry the order",
);
export const CONNECT_ORGANIZATION = fix(
  "Подключите организацию к ключу API в iiko web",
  "Attach the organization to the API key in iiko web",
);
export const UPDATE_FRONT = fix(
  "Обновите iikoFront на кассе; до этого вносите такие заказы вручную",
  "Update iikoFront on the till; until then enter such orders by hand",
);
export const LATER_TIME = fix(
  "Согласуйте с гостем новое время и внесите заказ вручную",
  "Agree on a new time with the guest and enter the order by hand",
);
export const TELL_GATEWAY = fix(
  "Внесите заказ вручную и сообщите тому, кто обслуживает шлюз",
  "Enter the order by hand and notify the person who runs the gateway",
);
export const WAITS_BY_ITSELF = fix(
  "Ничего делать не нужно: шлюз повторит сам",
  "Nothing: the gateway tries again",
);
export const MEND_LOYALTY = fix(
  "Проверьте программу лояльности в iiko; заказ внесите вручную без баллов",
  "Check the loyalty programme in iiko; enter the order by hand without points",
);
