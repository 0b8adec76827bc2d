import { type PosGuidance } from "../../ports/pos/pos-guidance";

const ADD_INTEGRATION = "«Настройки Cloud Api → «Добавить интеграцию»»";
const MENUS = "«Внешние заказы → Внешнее Меню";
const REFRESH = "«Каталог → Импорт → Из CRM - IIKO → «Обновить данные»»";

/**
 * What the staff do in iikoWeb, in iikoOffice and at the till (docs/set-up.md). Names of menus and
 * fields are spelled as in those programs, including in English.
 */
export const GUIDANCE: PosGuidance = {
  checkAddress: {
    ru: "Проверьте адрес IIKO_API_URL и доступ шлюза в интернет; если они в порядке, подождите: это сбой iiko",
    en: "Check the address IIKO_API_URL and the gateway's way to the internet; if both are fine, wait: iiko is down",
  },
  makeKey: {
    ru:
      `Создайте ключ: в iiko web ${ADD_INTEGRATION}, или в iikoOffice «Настройка iikoTransport → ` +
      "iikoTransport API → Интеграции → Добавить», и сохраните его в настройках филиала (поле «API логин Cloud API»)",
    en:
      `Make a key: in iiko web ${ADD_INTEGRATION}, or in iikoOffice «Настройка iikoTransport → ` +
      "iikoTransport API → Интеграции → Добавить», and save it in the branch's settings",
  },
  makeSeparateKey: {
    ru: `Заведите шлюзу свой ключ (${ADD_INTEGRATION})`,
    en: `Give the gateway a key of its own (${ADD_INTEGRATION})`,
  },
  keepOneWebhook: {
    ru: `iiko хранит один веб-хук на ключ и организацию. Заведите шлюзу свой ключ (${ADD_INTEGRATION})`,
    en: `iiko keeps one web hook per key and organization. Give the gateway a key of its own (${ADD_INTEGRATION})`,
  },
  askWhyBlocked: { ru: "Узнайте причину у поддержки iiko", en: "Ask iiko's support why" },
  switchKeyOn: {
    ru: "Включите интеграцию в iiko web: «Настройки Cloud Api → ваша интеграция → вкладка «Основное»»",
    en: "Switch the integration on in iiko web: «Настройки Cloud Api → your integration → вкладка «Основное»»",
  },
  renewLicence: {
    ru: "Продлите лицензию Cloud API у своего дилера iiko; ключ менять не нужно",
    en: "Renew the Cloud API licence with your iiko dealer; the key stays as it is",
  },
  attachRestaurant: {
    ru: "В iiko web: «Настройки Cloud Api → ваша интеграция → вкладка «Подключенные точки»: добавить текущую точку → Сохранить»",
    en: "In iiko web: «Настройки Cloud Api → your integration → вкладка «Подключенные точки»: добавить текущую точку → Сохранить»",
  },
  startTill: {
    ru: "Включите главную кассу ресторана, запустите на ней iikoFront и проверьте её интернет",
    en: "Switch the restaurant's main till on, start iikoFront there and check its internet",
  },
  publishMenu: {
    ru:
      `В iiko web: ${MENUS} → Добавить»: название, ресторан, источник цен «Базовый прайс лист», ` +
      "«Выгрузить меню → ресторан → «Выгрузить всё»», сохранить; меню появится в течение минуты",
    en:
      `In iiko web: ${MENUS} → Добавить»: a name, the restaurant, the price source ` +
      "«Базовый прайс лист», «Выгрузить меню → ресторан → «Выгрузить всё»», save; the menu is there within a minute",
  },
  chooseMenu: {
    ru: "В iiko web: «Настройки Cloud Api → ваша интеграция → вкладка «Основное»» выберите внешнее меню",
    en: "In iiko web: «Настройки Cloud Api → your integration → вкладка «Основное»» choose the external menu",
  },
  dropPriceCategories: {
    ru: "Уберите их у ключа: в iiko web «Настройки Cloud Api → ваша интеграция → вкладка «Основное»», «ценовые категории»",
    en: "Take them from the key: in iiko web «Настройки Cloud Api → your integration → вкладка «Основное»», «ценовые категории»",
  },
  refreshMenu: {
    ru: `${REFRESH} (мутация refreshPosMenu)`,
    en: `${REFRESH} (the mutation refreshPosMenu)`,
  },
  leaveArticleToOne: {
    ru: `Оставьте артикул одному товару в карточке номенклатуры iikoOffice, обновите ${MENUS} → 🔄», затем ${REFRESH}`,
    en: `Leave the article to one product in its iikoOffice card, refresh ${MENUS} → 🔄», then ${REFRESH}`,
  },
  makeDiscount: {
    ru:
      "В iiko: «Дисконтная система → Скидки и надбавки → Добавить»: «Универсальная скидка для Result.Rest», все места " +
      "продаж, метод «К полной сумме заказа», тип «Скидка», вид «Фиксированная сумма», ☑ «Назначить сумму»; " +
      "через полчаса выберите её в настройках филиала",
    en:
      "In iiko: «Дисконтная система → Скидки и надбавки → Добавить»: «Универсальная скидка для Result.Rest», all places " +
      "of sale, метод «К полной сумме заказа», тип «Скидка», вид «Фиксированная сумма», ☑ «Назначить сумму»; " +
      "half an hour later choose it in the branch's settings",
  },
  makeOrderTypes: {
    ru: "В iikoOffice: «Розничные продажи → Типы заказов»: добавьте по типу для «Доставка курьером» и «Доставка самовывоз»; iiko Cloud узнает о них через полчаса",
    en: "In iikoOffice: «Розничные продажи → Типы заказов»: add a type for «Доставка курьером» and one for «Доставка самовывоз»; iiko Cloud knows them half an hour later",
  },
  choosePointsPayment: {
    ru: "Настройки филиала → «Оплата бонусными баллами»: выберите тип оплаты вида iikoCard",
    en: "The branch's settings → «Оплата бонусными баллами»: choose a payment type of the kind iikoCard",
  },
  setUpLoyalty: {
    ru: "Подключите iikoCard («Система лояльности») для организации в iikoWeb",
    en: "Set up iikoCard («Система лояльности») for the organization in iikoWeb",
  },
  allowUnknownGuests: {
    ru: "Попросите дилера iiko разрешить разовых гостей для организации (настройка isAnonymousGuestsAllowed)",
    en: "Have the iiko dealer allow one-time guests for the organization (isAnonymousGuestsAllowed)",
  },
  allowLineComments: {
    ru: "Включите комментарии к позициям в настройках доставки iiko (orderItemCommentEnabled)",
    en: "Switch comments on items on in iiko's delivery settings (orderItemCommentEnabled)",
  },
  chooseAddressFormat: {
    ru: "Выберите в настройках доставки iiko формат адресов «Город» или «Устаревший» (addressFormatType: City, Legacy)",
    en: "Choose the address format City or Legacy in iiko's delivery settings (addressFormatType)",
  },
  changeWays: {
    ru: "Измените виды доставки в настройках доставки iiko (deliveryServiceType)",
    en: "Change the ways of delivery in iiko's delivery settings (deliveryServiceType)",
  },
  dropConfirmation: {
    ru: "Выключите подтверждение доставок в iiko (isConfirmationEnabled)",
    en: "Switch the confirmation of deliveries off in iiko (isConfirmationEnabled)",
  },
  payAtDoor: {
    ru: "Смените в настройках доставки iiko момент оплаты (deliveryOrderPaymentSettings: WhenOrderClosed)",
    en: "Change the time of payment in iiko's delivery settings (deliveryOrderPaymentSettings: WhenOrderClosed)",
  },
  makeMarketingSource: {
    ru: "Рекламные источники заводят в iikoOffice: «Доставка → Рекламные источники»",
    en: "Marketing sources are made in iikoOffice: «Доставка → Рекламные источники»",
  },
};
