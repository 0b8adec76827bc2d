import { type Text } from "../../../domain/texts/locale";
import { UserErrorCode } from "../../../domain/faults/user-error-code";
import { PosContractBroken, PosRejected } from "../../../errors";
import { heldBackIssue } from "../../catalogue/pos-menu/catalog-issues";
import { issueText } from "../../catalogue/pos-menu/issue-text";
import { type BranchFindings, type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { unread } from "./judge-key";

const PUBLISH: Text = {
  ru:
    "В iiko web: «Внешние заказы → Внешнее Меню → Добавить»: название, ресторан, источник цен «Базовый прайс лист», " +
    "«Выгрузить меню → ресторан → «Выгрузить всё»», сохранить; меню появится в течение минуты",
  en:
    "In iiko web: «Внешние заказы → Внешнее Меню → Добавить»: a name, the restaurant, the price source «Базовый прайс " +
    "лист», «Выгрузить меню → ресторан → «Выгрузить всё»», save; the menu is there within a minute",
};

const MAIN_TAB: Text = {
  ru: "В iiko web: «Настройки Cloud Api → ваша интеграция → вкладка «Основное»»",
  en: "In iiko web: «Настройки Cloud Api → your integration → вкладка «Основное»»",
};

/** How many doubled articles a message names. */
const NAMED = 5;

/** MENU_PUBLISHED */
export function judgeMenu({ pos, settings, storedMenu }: ConnectedFindings): Verdict {
  const { externalMenus, menuItemCount } = pos;
  if ("error" in externalMenus) return unread(externalMenus.error);
  const { externalMenuId, priceCategoryId } = settings;
  const menu = externalMenus.value.find(({ posId }) => posId === externalMenuId);
  if (externalMenuId !== null && !menu) return missing(externalMenus.value.map(({ name }) => name));
  const categories = menu?.priceCategories ?? [];
  if (categories.length > 0 && !categories.some(({ posId }) => posId === priceCategoryId)) {
    return noPriceCategory(categories.map(({ name }) => name));
  }
  if ("error" in menuItemCount) {
    const { error } = menuItemCount;
    return error instanceof PosRejected || error instanceof PosContractBroken
      ? empty(error.message)
      : unread(error);
  }
  const count = menuItemCount.value ?? 0;
  if (count === 0) return empty(null);
  if (storedMenu?.heldBack) {
    const { message, fix } = issueText(heldBackIssue(storedMenu.heldBack));
    return failed(message, fix);
  }
  return menu
    ? fine(
        `Внешнее меню «${menu.name}»: товаров ${count}`,
        `The external menu «${menu.name}» has ${count} products`,
      )
    : fine(
        `Внешнее меню не выбрано, берётся вся номенклатура: товаров ${count}`,
        `No external menu is chosen, so the whole nomenclature is taken: ${count} products`,
      );
}

function missing(seen: readonly string[]): Verdict {
  const names = seen.join(", ") || "—";
  return failed(
    {
      ru: `Ключ не видит внешнее меню филиала. Он видит: ${names}`,
      en: `The key does not see the branch's external menu. It sees: ${names}`,
    },
    {
      ru: `${MAIN_TAB.ru} выберите внешнее меню. Если его ещё нет — ${PUBLISH.ru}`,
      en: `${MAIN_TAB.en} choose the external menu. If there is none yet: ${PUBLISH.en}`,
    },
  );
}

function noPriceCategory(categories: readonly string[]): Verdict {
  const names = categories.join(", ");
  return failed(
    {
      ru: `Ключ работает с ценовыми категориями, а в настройках филиала не выбрана ни одна из них: ${names}`,
      en: `The key works with price categories, and the branch's settings name none of them: ${names}`,
    },
    {
      ru: `Выберите ценовую категорию в настройках филиала. Или уберите их у ключа: ${MAIN_TAB.ru}, «ценовые категории»`,
      en: `Choose the price category in the branch's settings. Or take them from the key: ${MAIN_TAB.en}, «ценовые категории»`,
    },
  );
}

function empty(said: string | null): Verdict {
  const reason = said === null ? "" : ` (${said})`;
  return failed(
    {
      ru: `Меню филиала пусто или не отдаётся${reason}`,
      en: `The branch's menu is empty or not given${reason}`,
    },
    PUBLISH,
  );
}

export function neverRefreshed(): Verdict {
  return notChecked("меню кассы ещё не обновляли", "the POS's menu was never refreshed", {
    ru: "«Каталог → Импорт → Из CRM - IIKO → «Обновить данные»» (мутация refreshPosMenu)",
    en: "«Каталог → Импорт → Из CRM - IIKO → «Обновить данные»» (the mutation refreshPosMenu)",
  });
}

/** DUPLICATE_ARTICLES: different products of the last refreshed menu under one article. */
export function judgeArticles({ storedMenu }: Pick<BranchFindings, "storedMenu">): Verdict {
  if (storedMenu === null) return neverRefreshed();
  const doubled = storedMenu.issues.filter(({ code }) => code === UserErrorCode.DUPLICATE_ARTICLE);
  if (doubled.length === 0) return fine("Артикулы не повторяются", "Every article is there once");
  const named = doubled.slice(0, NAMED).map(({ article, posProducts }) => {
    return `${article} (${posProducts.map(({ name }) => name).join(", ")})`;
  });
  const list = `${named.join("; ")}${doubled.length > NAMED ? "; …" : ""}`;
  return failed(
    {
      ru: `Один артикул у разных товаров: ${list}. Эти товары не импортируются`,
      en: `Different products share an article: ${list}. They cannot be imported`,
    },
    {
      ru:
        "Оставьте артикул одному товару в карточке номенклатуры iikoOffice, обновите «Внешние заказы → Внешнее Меню → 🔄», " +
        "затем «Каталог → Импорт → Из CRM - IIKO → «Обновить данные»»",
      en:
        "Leave the article to one product in its iikoOffice card, refresh «Внешние заказы → Внешнее Меню → 🔄», " +
        "then «Каталог → Импорт → Из CRM - IIKO → «Обновить данные»»",
    },
  );
}
