import { RUSSIAN_BRANCHES } from "./russian-branches";
import { RUSSIAN_CATALOGUE } from "./russian-catalogue";
import { RUSSIAN_JOBS } from "./russian-jobs";
import { RUSSIAN_MONEY } from "./russian-money";
import { RUSSIAN_NOW } from "./russian-now";
import { RUSSIAN_ORDER } from "./russian-order";
import { RUSSIAN_ORDERS } from "./russian-orders";
import { RUSSIAN_PEOPLE } from "./russian-people";
import { RUSSIAN_PROMOTIONS } from "./russian-promotions";
import { RUSSIAN_KEYBOARD, RUSSIAN_PARTS, RUSSIAN_SHELL } from "./russian-shell";
import { type Words } from "./words";

export const RUSSIAN: Words = {
  shell: RUSSIAN_SHELL,
  parts: RUSSIAN_PARTS,
  keyboard: RUSSIAN_KEYBOARD,
  now: RUSSIAN_NOW,
  bar: {
    language: "Язык",
    theme: "Цвета",
    themes: { system: "Как в системе", light: "Светлые", dark: "Тёмные" },
  },
  session: {
    key: "Ключ API",
    enter: "Войти",
    entering: "Входим…",
    leave: "Выйти",
    needed: "Войдите с ключом оператора, чтобы увидеть это.",
    kept: "Ключ хранится только в этой вкладке и исчезает вместе с ней.",
    noBranch: "У этого ключа пока нет ни одного филиала. Подключите его в комнате «Филиалы».",
  },
  failures: {
    byCode: {
      UNAUTHENTICATED: "Шлюз не знает такого ключа. Проверьте, что он введён целиком и не отозван.",
      FORBIDDEN: "Этому ключу так нельзя. Нужен ключ оператора или администратора.",
      RATE_LIMITED: "Слишком много попыток. Подождите минуту и попробуйте снова.",
      NOT_FOUND: "Такого нет, или этому ключу оно не видно.",
      POS_UNAVAILABLE: "iiko не отвечает. Попробуйте через минуту.",
      POS_RATE_LIMITED: "iiko просит паузу. Попробуйте через минуту.",
      POS_REJECTED: "iiko отказала. Проверьте связь на странице филиала.",
      UNREACHABLE: "Шлюз не отвечает. Проверьте, что он запущен и что есть связь.",
      INTERNAL_SERVER_ERROR: "В шлюзе что-то сломалось; подробности в его журнале.",
    },
    other: (code) => `Шлюз ответил ${code}.`,
    requestId: (id) => `В журнале: ${id}`,
  },
  panels: { tasks: "Задачи" },
  tasks: {
    lead: "Каждая открывает справа вкладку с готовым запросом. Ничего не выполняется, пока вы не нажмёте ▶.",
    open: "Открыть во вкладке",
    byId: {
      setUpBranch: {
        title: "Подключить филиал",
        what: "Создать, сохранить ключ iiko, выбрать ресторан, кассы, меню, типы оплат и стоимость доставки.",
      },
      checkConnection: {
        title: "Проверить связь",
        what: "Доктор: что работает, что нет и как это исправить.",
      },
      importSection: {
        title: "Обновить и импортировать раздел",
        what: "Прочитать меню iiko, посмотреть план импорта и применить именно его.",
      },
      syncPrices: {
        title: "Синхронизировать цены",
        what: "Что изменится: старая и новая цена; затем применить план.",
      },
      findOrder: {
        title: "Найти заказ и его историю",
        what: "По номеру: оба состояния и всё, что с ним было.",
      },
      retryDeadLetters: {
        title: "Повторить потерянные заказы",
        what: "Заказы, которых нет ни на кассе, ни у людей, и как отправить их снова.",
      },
      watchOrders: {
        title: "Следить за заказами",
        what: "Всё, что происходит с заказами филиала, сразу.",
      },
      promotions: {
        title: "Промоакции и промокоды",
        what: "Список, новая акция, много кодов сразу, выключить акцию.",
      },
      guestPoints: {
        title: "Проверить баллы гостя",
        what: "По телефону: баланс, резерв, начисления и списания.",
      },
    },
  },
  branches: RUSSIAN_BRANCHES,
  people: RUSSIAN_PEOPLE,
  orders: RUSSIAN_ORDERS,
  order: RUSSIAN_ORDER,
  money: RUSSIAN_MONEY,
  promotions: RUSSIAN_PROMOTIONS,
  catalogue: RUSSIAN_CATALOGUE,
  jobs: RUSSIAN_JOBS,
};
