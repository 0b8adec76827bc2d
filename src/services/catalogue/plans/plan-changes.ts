import { ImportField } from "../../../domain/catalogue/import-field";
import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { importableItem } from "../pos-menu/block-reason";
import { type PosMenuIndex } from "../pos-menu/pos-menu-index";
import { mergeProduct } from "./merge-product";
import { blockedChange, changeBetween, type Locks, type PlannedChange } from "./planned-change";

interface PlanRequest {
  readonly menu: PosMenuIndex;
  readonly catalogue: ReadonlyMap<string, SnapshotProduct>;
  readonly locks: Locks;
  /** Which article goes into which section. A repeated article counts once. */
  readonly wanted: readonly { readonly article: string; readonly sectionId: string }[];
  readonly fields: ReadonlySet<ImportField>;
  /** Articles for which different fields are imported, with those fields. */
  readonly fieldsOf?: ReadonlyMap<string, ReadonlySet<ImportField>>;
  readonly sectionNames: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

const ALWAYS_OF_NEW = [ImportField.NAME, ImportField.SIZES, ImportField.PRICE];

/** Computes, article by article, what importing the fields would change. Changes nothing. */
export function planChanges(request: PlanRequest): PlannedChange[] {
  const sections = new Map<string, string>();
  for (const { article, sectionId } of request.wanted)
    if (!sections.has(article)) sections.set(article, sectionId);
  return [...sections].map(([article, sectionId]) => planChange(request, article, sectionId));
}

function planChange(request: PlanRequest, article: string, sectionId: string): PlannedChange {
  const { menu, catalogue, locks, sectionNames, newId } = request;
  const fields = request.fieldsOf?.get(article) ?? request.fields;
  const before = catalogue.get(article);
  const item = importableItem(menu, article);
  if ("code" in item)
    return blockedChange(
      article,
      before?.name ?? menu.byArticle.get(article)?.[0]?.name ?? null,
      item,
    );

  const merged = (chosen: ReadonlySet<ImportField>) =>
    mergeProduct(before, { ...item, article }, { sectionId, fields: chosen, newId });
  const locked = before && locks.get(before.id);
  const free = locked ? new Set([...fields].filter((field) => !locked.has(field))) : fields;
  const after = merged(free);
  const unlocked = free.size === fields.size ? after : merged(fields);
  const taken = before ? [...free] : [...new Set([...ALWAYS_OF_NEW, ...fields])];
  return changeBetween({ before, after, unlocked, taken, sectionNames });
}
