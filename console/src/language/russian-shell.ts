import { type KeyboardWords, type PartsWords, type ShellWords } from "./shell-words";

export const RUSSIAN_SHELL: ShellWords = {
  brand: "Шлюз",
  navigation: "Комнаты",
  rooms: {
    now: "Сейчас",
    orders: "Заказы",
    catalogue: "Каталог",
    money: "Деньги",
    promotions: "Акции",
    branches: "Филиалы",
    people: "Люди",
    jobs: "Работы",
    api: "API",
  },
  skip: "К содержанию",
  more: "Ещё",
  account: "Язык, цвета, выход",
  branch: "Филиал",
  company: "Компания",
  allCompanies: "Все компании",
  branches: "Филиалы на экране",
  allBranches: "Все филиалы",
  andMore: (count) => `и ещё ${count}`,
  clocks: (there, here) => `${there} · у вас ${here}`,
  findBranch: "Найти филиал",
  signInTitle: "Вход для сотрудников",
  signInLead: "Ключ выдаёт администратор шлюза. Первый ключ напечатан при запуске.",
  withoutKey: "Открыть API без ключа",
  offlineLead: (since) => `Связь прервалась в ${since}.`,
  offline: "Ниже то, что было известно тогда. Новые заказы идут на кассу и без этого экрана.",
  offlineNow: "Соединиться сейчас",
  loading: "Загружается",
  waitForPerson: (count) => `ждут человека: ${count}`,
};

export const RUSSIAN_PARTS: PartsWords = {
  again: "Загрузить ещё раз",
  undo: "Вернуть",
  close: "Закрыть",
  pages: "Страницы списка",
  previous: "Назад",
  next: "Дальше",
  span: (first, last, all) => `${first}–${last} из ${all}`,
};

export const RUSSIAN_KEYBOARD: KeyboardWords = {
  choose: (rooms) => `Куда перейти: ${rooms}`,
  title: "Клавиши",
  next: "Следующая строка",
  previous: "Предыдущая строка",
  search: "Найти заказ",
  leave: "Закрыть",
  list: "Этот список",
};
