import { useChange } from "../gateway/use-change";
import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { usePages } from "../parts/use-pages";
import { LockedProducts } from "./operations";
import { ProductTable } from "./product-table";
import { type TabProps } from "./tab-props";

/** What imports and price syncs leave unchanged, product by product, with a way to unlock it. */
export function LocksTab({ branchId, head, onChanged }: TabProps) {
  const { shell, catalogue: words } = useWords();
  const { answer, rows, pages, failure, ask } = usePages(
    LockedProducts,
    { branchId },
    ({ lockedProducts }) => lockedProducts,
  );
  useChange(head, ask);
  if (failure) return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (!answer) return <Skeleton rows={8} label={shell.loading} />;
  if (rows.length === 0) {
    return (
      <EmptyState picture="nothing" title={words.nothingLocked}>
        {words.nothingLockedLead}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <p className="small soft">{words.locksLead}</p>
      <section className="card">
        <ProductTable products={rows} onChanged={onChanged} />
        <Pager {...pages} />
      </section>
    </div>
  );
}
