import { type UserError } from "../../../domain/errors/user-error";
import { PosKind } from "../../../entities/branches/branch-settings";
import { invalid } from "../changes/branch-error";
import { type InputPath } from "./setting-field";
import { PosDictionary, SettingGroup } from "./setting-kind";
import { LONGEST } from "./settings-limits";
import { choice, posId } from "./simple-kinds";
import { secret, text } from "./text-kinds";

const group = SettingGroup.CONNECTION;

/** What connects the branch to its restaurant in the POS, except for the key. */
export const CONNECTION_FIELDS = {
  pos: choice<PosKind, "pos">(
    "pos",
    "PosKind",
    PosKind.NONE,
    {},
    {
      group,
      label: { ru: "Внешняя программа учёта", en: "POS" },
      explanation: {
        ru: "Куда уходят заказы филиала. Чтобы её выбрать, нужны ключ и организация.",
        en: "Where the branch's orders go. It takes a key and an organization to choose one.",
      },
      shown: "The system that receives the branch's orders.",
      given: "The POS. Every value except NONE needs a key and an organization.",
    },
  ),
  organizationId: posId("organizationId", PosDictionary.ORGANIZATIONS, {
    group,
    label: { ru: "Организация", en: "Organization" },
    explanation: {
      ru: "Ресторан, каким его знает касса.",
      en: "The restaurant as the POS knows it.",
    },
    shown: "The restaurant in the POS: Organization.idInPos; null if the branch is not connected.",
    given: "The restaurant in the POS: Organization.idInPos.",
  }),
  terminalGroupId: posId("terminalGroupId", PosDictionary.TERMINAL_GROUPS, {
    group,
    label: { ru: "Терминальная группа", en: "Terminal group" },
    explanation: {
      ru: "Кассы, которые получают заказы филиала. «Не выбрано»: касса выбирает группу сама.",
      en: "The tills that get the branch's orders. Not chosen: the POS chooses the group itself.",
    },
    shown: "The terminal group that gets the branch's orders; null if the POS chooses it.",
    given:
      "The terminal group that gets the branch's orders: TerminalGroup.idInPos; null if the POS chooses it.",
  }),
} as const;

/** Where the branch's menu comes from. */
export const MENU_FIELDS = {
  externalMenuId: text(
    "externalMenuId",
    {
      longest: LONGEST.externalMenuId,
      userErrors: externalMenuErrors,
      dictionary: PosDictionary.EXTERNAL_MENUS,
    },
    {
      group: SettingGroup.MENU,
      label: { ru: "Внешнее меню", en: "External menu" },
      explanation: {
        ru: "Меню, которое ресторан выгружает из кассы. «Не выбрано»: читается номенклатура.",
        en: "The menu that the restaurant publishes from its POS. Not chosen: the nomenclature is read.",
      },
      shown:
        "The external menu that the branch's menu is read from; null if the nomenclature is read.",
      given:
        "The external menu that the branch's menu is read from: ExternalMenu.posId; null if the nomenclature is read.",
    },
  ),
  menuOrganizationId: posId("menuOrganizationId", PosDictionary.ORGANIZATIONS, {
    group: SettingGroup.MENU,
    label: { ru: "Организация меню", en: "Organization of the menu" },
    explanation: {
      ru: "Из какой организации выгружается меню с ценами. «Не выбрано»: из организации филиала. Номенклатура у обеих должна быть общей: заказ уходит в организацию филиала.",
      en: "Whose menu and prices are read. Not chosen: the branch's own organization's. Both must share their products, because orders go to the branch's own organization.",
    },
    shown:
      "The organization whose menu and prices the branch has: Organization.idInPos; null if its own organization's.",
    given:
      "The organization whose menu and prices the branch has: Organization.idInPos; null means its own organization. Both must share their products, because orders go to the branch's own organization.",
  }),
  priceCategoryId: posId("priceCategoryId", PosDictionary.PRICE_CATEGORIES, {
    group: SettingGroup.MENU,
    label: { ru: "Категория цен", en: "Price category" },
    explanation: {
      ru: "По каким ценам внешнего меню продаёт филиал. «Не выбрано»: обычные цены кассы.",
      en: "Whose prices of the external menu hold for the branch. Not chosen: the POS's usual prices.",
    },
    shown:
      "The price category of the external menu whose prices apply; null means the standard prices of the POS.",
    given:
      "The price category of the external menu whose prices apply; null means the standard prices of the POS.",
  }),
} as const;

/**
 * The parts of the credential: a key of the first kind, or the three parts of the second. The
 * vendors say where to find them.
 */
export const CREDENTIAL_FIELDS = {
  apiLogin: secret(LONGEST.credential, {
    group,
    label: { ru: "API логин Cloud API", en: "Cloud API login" },
    explanation: {
      ru: "Хранится в зашифрованном виде и больше не показывается.",
      en: "Stored encrypted, never shown again.",
    },
    shown: null,
    given: "The key as a single secret, of the kind API_LOGIN_V1. Stored encrypted.",
  }),
  apiKey: secret(LONGEST.credential, {
    group,
    label: { ru: "Ключ приложения", en: "API key" },
    explanation: {
      ru: "Вместо API логина: ключ, а к нему идентификатор приложения и его секрет.",
      en: "Instead of the Cloud API login: a key with the application's id and secret.",
    },
    shown: null,
    given: "The key of an application, together with appId and clientSecret. Stored encrypted.",
  }),
  appId: secret(LONGEST.credential, {
    group,
    label: { ru: "Идентификатор приложения", en: "Application id" },
    explanation: { ru: "Выдаётся вместе с ключом приложения.", en: "Comes with the API key." },
    shown: null,
    given: "The application id that belongs to `apiKey`.",
  }),
  clientSecret: secret(LONGEST.credential, {
    group,
    label: { ru: "Секрет приложения", en: "Client secret" },
    explanation: {
      ru: "Выдаётся вместе с ключом приложения. Хранится в зашифрованном виде.",
      en: "Comes with the API key. Stored encrypted.",
    },
    shown: null,
    given: "The secret that belongs to `apiKey`. Stored encrypted and never shown again.",
  }),
} as const;

function externalMenuErrors(externalMenuId: string, at: InputPath): UserError[] {
  if (externalMenuId.length <= LONGEST.externalMenuId && /^[\w-]+$/.test(externalMenuId)) return [];
  return [invalid(at, "Это не номер внешнего меню", "This is not the id of an external menu")];
}
