import { type MenuIssue, Severity } from "../../../domain/catalogue/menu-issue";
import { type MenuSnapshot, type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { groupsWithoutChoice } from "../../../domain/catalogue/required-options";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type HeldBackMenu, type PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { quoted } from "./issue-text";

/** A menu issue, extended with our side of it. */
export interface CatalogueIssue extends MenuIssue {
  /** Our products that it concerns, by article or POS id. */
  readonly productIds: readonly string[];
}

type Judged = Pick<PosMenuRow, "issues" | "drift" | "heldBack">;

const GRAVEST_FIRST = [Severity.ERROR, Severity.WARNING, Severity.INFO];

/** Oddities in the POS menu and the effects of its last changes, most serious first. */
export function issuesOfPosMenu(
  { issues, drift, heldBack }: Judged,
  catalogue: MenuSnapshot,
): CatalogueIssue[] {
  const ours = productIdsIn(catalogue);
  const found = [
    ...(heldBack ? [heldBackIssue(heldBack)] : []),
    ...issues,
    ...drift.renumbered.map(({ article, before, posProductId, name }) =>
      change(UserErrorCode.ARTICLE_CHANGED, { article, posProductId, name, detail: before ?? "—" }),
    ),
    ...drift.vanished.map(({ article, posProductId, name, at }) =>
      change(UserErrorCode.PRODUCT_VANISHED, { article, posProductId, name, detail: at }),
    ),
  ].map((issue) => ({ ...issue, productIds: ours(issue) }));
  return found.map(calmerWhenNotOurs).sort(byGravity);
}

/** The issues of each product in the POS menu; sorted when the first one is requested. */
export function issuesByProduct(
  row: Judged,
  catalogue: MenuSnapshot,
): (posProductId: string) => readonly CatalogueIssue[] {
  let byId: Map<string, CatalogueIssue[]> | undefined;
  return (posProductId) => {
    byId ??= sortOut(issuesOfPosMenu(row, catalogue));
    return byId.get(posProductId) ?? [];
  };
}

function sortOut(issues: readonly CatalogueIssue[]): Map<string, CatalogueIssue[]> {
  const byId = new Map<string, CatalogueIssue[]>();
  for (const issue of issues) {
    for (const { posProductId } of issue.posProducts) {
      const known = byId.get(posProductId);
      if (known) known.push(issue);
      else byId.set(posProductId, [issue]);
    }
  }
  return byId;
}

/**
 * The same, plus our products whose article is not in the POS menu. `articles` are those of the POS
 * menu.
 */
export function issuesOfBoth(
  row: Judged,
  articles: ReadonlySet<string>,
  catalogue: MenuSnapshot,
): CatalogueIssue[] {
  const ours = [...catalogue.productByArticle.values()];
  const missing = ours.filter(({ article }) => !articles.has(article));
  const offered = ours.filter(({ article }) => articles.has(article));
  const found = [...missing.map(notInMenu), ...offered.flatMap(optionsMissing)];
  return [...issuesOfPosMenu(row, catalogue), ...found].sort(byGravity);
}

/**
 * The product has a price but cannot be ordered: the POS has replaced the options since they were
 * imported.
 */
function optionsMissing(product: SnapshotProduct): CatalogueIssue[] {
  const groups = groupsWithoutChoice(product);
  if (groups.length === 0) return [];
  const { id, article, posProductId, name } = product;
  const detail = quoted(groups);
  return [
    {
      code: UserErrorCode.OPTIONS_MISSING,
      severity: Severity.WARNING,
      article,
      detail,
      posProducts: [{ posProductId, name }],
      productIds: [id],
    },
  ];
}

function byGravity(left: CatalogueIssue, right: CatalogueIssue): number {
  return GRAVEST_FIRST.indexOf(left.severity) - GRAVEST_FIRST.indexOf(right.severity);
}

function notInMenu({ id, article, posProductId, name }: SnapshotProduct): CatalogueIssue {
  const code = UserErrorCode.ARTICLE_NOT_IN_EXTERNAL_MENU;
  return {
    code,
    severity: Severity.WARNING,
    article,
    posProducts: [{ posProductId, name }],
    productIds: [id],
  };
}

export function heldBackIssue({ lostCount }: HeldBackMenu): MenuIssue {
  const detail = String(lostCount);
  return {
    code: UserErrorCode.MENU_HELD_BACK,
    severity: Severity.WARNING,
    article: null,
    posProducts: [],
    detail,
  };
}

function change(
  code: UserErrorCode,
  {
    article,
    posProductId,
    name,
    detail,
  }: { article: string | null; posProductId: string; name: string; detail: string },
): MenuIssue {
  return {
    code,
    severity: Severity.WARNING,
    article,
    posProducts: [{ posProductId, name }],
    detail,
  };
}

/** Something that left the POS menu and was never sold here requires no action. */
function calmerWhenNotOurs(issue: CatalogueIssue): CatalogueIssue {
  const isChange =
    issue.code === UserErrorCode.PRODUCT_VANISHED || issue.code === UserErrorCode.ARTICLE_CHANGED;
  return isChange && issue.productIds.length === 0 ? { ...issue, severity: Severity.INFO } : issue;
}

function productIdsIn({ productByArticle }: MenuSnapshot): (issue: MenuIssue) => string[] {
  const byPosId = new Map(
    [...productByArticle.values()].map((product) => [product.posProductId, product.id]),
  );
  return ({ article, posProducts }) => {
    const byArticle = article === null ? undefined : productByArticle.get(article)?.id;
    const ids = [byArticle, ...posProducts.map(({ posProductId }) => byPosId.get(posProductId))];
    return [...new Set(ids.filter((id) => id !== undefined))];
  };
}
