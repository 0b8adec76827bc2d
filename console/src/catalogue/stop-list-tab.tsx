import { useChange } from "../gateway/use-change";
import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { useMoment } from "../parts/use-moment";
import { usePages } from "../parts/use-pages";
import { type OurProduct, OurProducts } from "./operations";
import { SoldOf } from "./product-table";
import { type TabProps } from "./tab-props";
import { Thumb } from "./thumb";

/** What guests cannot order now, and why: the kitchen has run out, or it is not sold. */
export function StopListTab({ branchId, head }: TabProps) {
  const { shell, catalogue: words } = useWords();
  const asked = { branchId, search: null, unavailableOnly: true };
  const { answer, rows, pages, failure, ask } = usePages(OurProducts, asked, (a) => a.products);
  useChange(head, ask);
  if (failure) return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (!answer) return <Skeleton rows={8} label={shell.loading} />;
  if (rows.length === 0) {
    return (
      <EmptyState picture="done" title={words.nothingStopped}>
        {words.nothingStoppedLead}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <p className="small soft">{words.stopListLead}</p>
      <section className="card">
        <table className="tbl cards plain">
          <thead>
            <tr>
              <th scope="col">{words.columns.product}</th>
              <th scope="col">{words.columns.section}</th>
              <th scope="col">{words.columns.why}</th>
              <th scope="col">{words.columns.since}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((product) => (
              <StoppedRow key={product.id} product={product} />
            ))}
          </tbody>
        </table>
        <Pager {...pages} />
      </section>
    </div>
  );
}

function StoppedRow({ product }: { product: OurProduct }) {
  const moment = useMoment(undefined, "short");
  const { name, article, section, availability } = product;
  return (
    <tr data-article={article}>
      <td>
        <span className="prod">
          <Thumb name={name} article={article} shelf="catalogue" />
          <span>
            <b>{name}</b>
            <small className="mono">{article}</small>
          </span>
        </span>
      </td>
      <td className="sub soft">{section?.name ?? "–"}</td>
      <td className="sub">
        <SoldOf product={product} />
      </td>
      <td className="sub small soft num">{availability.since && moment(availability.since)}</td>
    </tr>
  );
}
