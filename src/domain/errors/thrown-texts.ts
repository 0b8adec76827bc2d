import { type Text } from "../texts/locale";

/** Texts of thrown errors for callers, where several places throw the same error. */
export const SIGN_IN: Text = { en: "Sign in to see this", ru: "Войдите, чтобы это увидеть" };
export const NOT_ALLOWED: Text = {
  en: "Your credentials do not allow this",
  ru: "С вашим ключом этого делать нельзя",
};
export const BAD_HEADER: Text = {
  en: "The Authorization header is not valid",
  ru: "Заголовок Authorization неверен",
};
export const BAD_COMPANY_KEY: Text = {
  en: "The key of the company is not valid",
  ru: "Ключ компании недействителен",
};
export const BAD_ROUTER_KEY: Text = {
  en: "The key of the router is not valid",
  ru: "Ключ роутера недействителен",
};
export const FOR_ROUTERS: Text = {
  en: "Only a router with its key may ask for this",
  ru: "Об этом может спрашивать только роутер со своим ключом",
};
export const BAD_TOKEN: Text = { en: "The token is not valid", ru: "Токен недействителен" };
export const NO_SUCH_BRANCH: Text = { en: "There is no such branch", ru: "Такого филиала нет" };
export const NO_SUCH_BRANCH_ANY_MORE: Text = {
  en: "There is no such branch any more",
  ru: "Такого филиала больше нет",
};
export const NO_SUCH_PRODUCT_ANY_MORE: Text = {
  en: "There is no such product any more",
  ru: "Такого товара больше нет",
};
export const NO_SUCH_ORDER: Text = { en: "There is no such order", ru: "Такого заказа нет" };
export const NO_SUCH_JOB: Text = {
  en: "There is no such job, or it is done",
  ru: "Такого задания нет, или оно выполнено",
};
export const NOT_OF_LIST: Text = {
  en: "after is not a cursor of this list",
  ru: "after: это не курсор этого списка",
};
export const NOT_OF_POINTS: Text = {
  en: "This is not a cursor of this list",
  ru: "Это не курсор этого списка",
};
export const NOT_OF_HISTORY: Text = {
  en: "after is not a cursor of an order's history",
  ru: "after: это не курсор истории заказа",
};
export const UNSEEN_ORGANIZATION: Text = {
  en: "No key of yours sees this organization",
  ru: "Ни один из ваших ключей не видит эту организацию",
};
export const ONE_ORGANIZATION: Text = {
  en: "Give either organizationIdInPos or organizationId, one of the two",
  ru: "Укажите organizationIdInPos или organizationId, что-то одно",
};
export const NO_SUCH_GUEST: Text = {
  en: "No guest of the branch has this phone",
  ru: "У гостей филиала нет такого телефона",
};
export const POINTS_OF_ANOTHER: Text = {
  en: "The points are another guest's",
  ru: "Это баллы другого гостя",
};
export const NAME_A_PHONE: Text = {
  en: "Name a phone, for example +79001234567",
  ru: "Укажите телефон, например +79001234567",
};
export const NO_POINTS_IN_BRANCH: Text = {
  en: "The branch does not use points",
  ru: "Филиал не использует баллы",
};
export const TOO_MANY_POINT_QUESTIONS: Text = {
  en: "Too many questions about this guest's points",
  ru: "Слишком много запросов о баллах этого гостя",
};

/** For a number in an argument. */
export function notBetween(name: string, min: number, max: number): Text {
  return { en: `${name} must be between ${min} and ${max}`, ru: `${name}: от ${min} до ${max}` };
}

export const NOT_A_DAY: Text = {
  en: "Name a day as 2026-11-25",
  ru: "Назовите день в виде 2026-11-25",
};

export function notAPeriod(mostDays: number): Text {
  return {
    en: `Name two days as 2026-11-25, the first not after the last and no more than ${mostDays} days`,
    ru: `Назовите два дня в виде 2026-11-25, первый не позже последнего, не больше ${mostDays} дней`,
  };
}
