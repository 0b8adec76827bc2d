import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { PosContractBroken, PosRejected } from "../../../errors";
import { type PosExternalMenu } from "../../../ports/pos/pos-directory";
import { orElse, type PosWords } from "../../../ports/pos/pos-guidance";
import { heldBackIssue } from "../../catalogue/pos-menu/catalogue-issues";
import { issueText } from "../../catalogue/pos-menu/issue-text";
import { type BranchFindings, type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { unread } from "./judge-key";

/** How many duplicate articles a message names. */
const NAMED = 5;

/** MENU_PUBLISHED */
export function judgeMenu(findings: ConnectedFindings): Verdict {
  const { externalMenus, menuItemCount } = findings.pos;
  const { vendor } = findings;
  if ("error" in externalMenus) return unread(externalMenus.error);
  const { externalMenuId } = findings.settings;
  const menu = externalMenus.value.find(({ posId }) => posId === externalMenuId);
  const misled = wronglyChosen(findings, externalMenus.value, menu);
  if (misled) return misled;
  if ("error" in menuItemCount) {
    const { error } = menuItemCount;
    return error instanceof PosRejected || error instanceof PosContractBroken
      ? empty(error.message, vendor)
      : unread(error);
  }
  const count = menuItemCount.value ?? 0;
  if (count === 0) return empty(null, vendor);
  const heldBack = findings.storedMenu?.heldBack;
  if (heldBack) {
    const { message, fix } = issueText(heldBackIssue(heldBack));
    return failed(message, fix);
  }
  return published(menu, lender(findings)?.name, count);
}

/**
 * Menu settings that name something that the POS does not have, or that lack something it requires.
 */
function wronglyChosen(
  findings: ConnectedFindings,
  menus: readonly PosExternalMenu[],
  menu: PosExternalMenu | undefined,
): Verdict | undefined {
  const { externalMenuId, menuOrganizationId, priceCategoryId } = findings.settings;
  const { organizations } = findings.pos;
  if (menuOrganizationId !== null && "error" in organizations) return unread(organizations.error);
  if (menuOrganizationId !== null && !lender(findings)) return unseenLender(findings);
  if (externalMenuId !== null && !menu)
    return missing(
      menus.map(({ name }) => name),
      findings.vendor,
    );
  const categories = menu?.priceCategories ?? [];
  const isPriced =
    categories.length === 0 || categories.some(({ posId }) => posId === priceCategoryId);
  const names = categories.map(({ name }) => name);
  return isPriced ? undefined : noPriceCategory(names, findings.vendor);
}

/** The other organization from which the branch takes its menu, if any. */
function lender({ pos: { organizations }, settings }: ConnectedFindings) {
  if ("error" in organizations) return undefined;
  return organizations.value.find(({ posId }) => posId === settings.menuOrganizationId);
}

function published(
  menu: PosExternalMenu | undefined,
  lentBy: string | undefined,
  count: number,
): Verdict {
  const [ru, en] = lentBy === undefined ? ["", ""] : [` организации «${lentBy}»`, ` of ${lentBy}`];
  return menu
    ? fine(
        `Внешнее меню «${menu.name}»${ru}: товаров ${count}`,
        `The external menu «${menu.name}»${en} has ${count} products`,
      )
    : fine(
        `Внешнее меню не выбрано, берётся вся номенклатура${ru}: товаров ${count}`,
        `No external menu is chosen, so the whole nomenclature${en} is taken: ${count} products`,
      );
}

function unseenLender({
  pos: { organizations },
  vendor: { guidance },
}: ConnectedFindings): Verdict {
  const seen = "value" in organizations ? organizations.value.map(({ name }) => name) : [];
  const names = seen.join(", ") || "—";
  return failed(
    {
      ru: `Ключ не видит организацию, из которой выгружается меню. Он видит: ${names}`,
      en: `The key does not see the organization whose menu is read. It sees: ${names}`,
    },
    {
      ru: `${guidance.attachRestaurant.ru}. Или выберите в настройках филиала другую «Организацию меню»`,
      en: `${guidance.attachRestaurant.en}. Or choose another «Организация меню» in the branch's settings`,
    },
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

/** DUPLICATE_ARTICLES: different products in the last refreshed menu share one article. */
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
