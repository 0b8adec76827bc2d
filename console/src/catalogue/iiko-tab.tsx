import { useChange } from "../gateway/use-change";
import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { FindField } from "../parts/find-field";
import { Pager } from "../parts/pager";
import { Segments } from "../parts/segments";
import { Skeleton } from "../parts/skeleton";
import { usePages } from "../parts/use-pages";
import { useFilter } from "../routing/use-filter";
import { CategoryList } from "./category-list";
import { FieldTicks, ImportBar } from "./import-bar";
import { ItemTable } from "./item-table";
import { PosItems, type PosItemsAnswer, type PosItemsVariables } from "./operations";
import { type TabProps } from "./tab-props";
import { useChosen } from "./use-chosen";

const SHOWN = ["all", "differ", "new"] as const;
type ShownItems = (typeof SHOWN)[number];

/** iiko's menu next to the catalogue; ticked products go into a plan. */
export function IikoTab(props: TabProps) {
  const { catalogue: words } = useWords();
  const [categoryId, choose] = useFilter("category");
  const { posMenu } = props.head;
  if (!posMenu) {
    return (
      <EmptyState picture="begin" title={words.neverRefreshed}>
        {words.neverRefreshedLead}
      </EmptyState>
    );
  }
  return (
    <div className="cat-grid">
      <CategoryList
        label={words.categories}
        all={{ name: words.allCategories, count: posMenu.items.totalCount }}
        among={posMenu.categories.map((one) => {
          return { id: one.id, name: one.name, count: one.itemCount, isHidden: one.hidden };
        })}
        chosen={categoryId}
        onChoose={choose}
      />
      <Items {...props} categoryId={categoryId} />
    </div>
  );
}

function Items({ branchId, head, categoryId, onChanged }: TabProps & { categoryId: string }) {
  const { shell, catalogue: words } = useWords();
  const chosen = useChosen();
  const asked = useAskedItems(branchId, categoryId);
  const { answer, rows, pages, failure, ask } = usePages(PosItems, asked, (a) => a.posMenu?.items);
  useChange(head, ask);
  return (
    <div className="stack">
      <Filters answer={answer} />
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={8} label={shell.loading} />}
      {answer && rows.length === 0 && (
        <EmptyState picture="nothing" title={words.nothingFound}>
          {words.nothingFoundLead}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <section className="card">
          <FieldTicks chosen={chosen} />
          <ItemTable items={rows} chosen={chosen} />
          <Pager {...pages} />
          <ImportBar
            branchId={branchId}
            sections={head.sections.nodes}
            chosen={chosen}
            asked={asked}
            found={pages.all}
            onSection={onChanged}
          />
        </section>
      )}
    </div>
  );
}

function Filters({ answer }: { answer: PosItemsAnswer | undefined }) {
  const { catalogue: words } = useWords();
  const [shown, show] = useFilter("show");
  const menu = answer?.posMenu;
  const counts: Record<ShownItems, number | undefined> = {
    all: menu?.all.totalCount,
    differ: menu?.differing.totalCount,
    new: menu?.fresh.totalCount,
  };
  const among = SHOWN.map((value) => {
    const label = words.shown[value];
    const count = counts[value];
    return { value, label, look: count === undefined ? label : `${label} ${count}` };
  });
  return (
    <div className="row filters">
      <Segments
        label={words.shownLabel}
        value={SHOWN.find((one) => one === shown) ?? "all"}
        among={among}
        onChoose={(value) => show(value === "all" ? "" : value)}
      />
      <FindField label={words.find} hint={words.findHint} />
    </div>
  );
}

function useAskedItems(branchId: string, categoryId: string): PosItemsVariables {
  const [search] = useFilter("q");
  const [shown] = useFilter("show");
  return {
    branchId,
    categoryId: categoryId === "" ? null : categoryId,
    search: search.trim() === "" ? null : search,
    inCatalogue: shown === "new" ? false : null,
    differs: shown === "differ" ? true : null,
  };
}
