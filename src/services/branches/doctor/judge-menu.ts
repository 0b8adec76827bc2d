import { UserErrorCode } from "../../../domain/faults/user-error-code";
import { PosContractBroken, PosRejected } from "../../../errors";
import { heldBackIssue } from "../../catalogue/pos-menu/catalog-issues";
import { issueText } from "../../catalogue/pos-menu/issue-text";
import { orElse, type PosWords } from "../../../ports/pos/pos-guidance";
import { type BranchFindings, type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { unread } from "./judge-key";

/** How many doubled articles a message names. */
const NAMED = 5;

/** MENU_PUBLISHED */
export function judgeMenu(findings: ConnectedFindings): Verdict {
  const { pos, settings, storedMenu, vendor } = findings;
  const { externalMenus, menuItemCount } = pos;
  if ("error" in externalMenus) return unread(externalMenus.error);
  const { externalMenuId, priceCategoryId } = settings;
  const menu = externalMenus.value.find(({ posId }) => posId === externalMenuId);
  if (externalMenuId !== null && !menu)
    return missing(
      externalMenus.value.map(({ name }) => name),
      vendor,
    );
  const categories = menu?.priceCategories ?? [];
  if (categories.length > 0 && !categories.some(({ posId }) => posId === priceCategoryId)) {
    return noPriceCategory(
      categories.map(({ name }) => name),
      vendor,
    );
  }
  if ("error" in menuItemCount) {
    const { error } = menuItemCount;
    return error instanceof PosRejected || error instanceof PosContractBroken
      ? empty(error.message, vendor)
      : unread(error);
  }
  const count = menuItemCount.value ?? 0;
  if (count === 0) return empty(null, vendor);
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

function missing(seen: readonly string[], { guidance }: PosWords): Verdict {
  const { chooseMenu, publishMenu } = guidance;
  const names = seen.join(", ") || "—";
  return failed(
    {
      ru: `Ключ не видит внешнее меню филиала. Он видит: ${names}`,
      en: `The key does not see the branch's external menu. It sees: ${names}`,
    },
    {
      ru: `${chooseMenu.ru}. Если его ещё нет — ${publishMenu.ru}`,
      en: `${chooseMenu.en}. If there is none yet: ${publishMenu.en}`,
    },
  );
}

function noPriceCategory(categories: readonly string[], { guidance }: PosWords): Verdict {
  const other = orElse(guidance.dropPriceCategories);
  const names = categories.join(", ");
  return failed(
    {
      ru: `Ключ работает с ценовыми категориями, а в настройках филиала не выбрана ни одна из них: ${names}`,
      en: `The key works with price categories, and the branch's settings name none of them: ${names}`,
    },
    {
      ru: `Выберите ценовую категорию в настройках филиала. ${other.ru}`,
      en: `Choose the price category in the branch's settings. ${other.en}`,
    },
  );
}

function empty(said: string | null, { guidance }: PosWords): Verdict {
  const reason = said === null ? "" : ` (${said})`;
  return failed(
    {
      ru: `Меню филиала пусто или не отдаётся${reason}`,
      en: `The branch's menu is empty or not given${reason}`,
    },
    guidance.publishMenu,
  );
}

export function neverRefreshed({ guidance }: PosWords): Verdict {
  return notChecked(
    "меню кассы ещё не обновляли",
    "the POS's menu was never refreshed",
    guidance.refreshMenu,
  );
}

/** DUPLICATE_ARTICLES: different products of the last refreshed menu under one article. */
export function judgeArticles({
  storedMenu,
  vendor,
}: Pick<BranchFindings, "storedMenu" | "vendor">): Verdict {
  if (storedMenu === null) return neverRefreshed(vendor);
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
    vendor.guidance.leaveArticleToOne,
  );
}
