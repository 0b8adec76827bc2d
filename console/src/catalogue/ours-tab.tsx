import { useChange } from "../gateway/use-change";
import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { FindField } from "../parts/find-field";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { usePages } from "../parts/use-pages";
import { useFilter } from "../routing/use-filter";
import { CategoryList } from "./category-list";
import { NewSectionButton } from "./new-section-button";
import { OurProducts, SectionProducts } from "./operations";
import { ProductTable } from "./product-table";
import { type TabProps } from "./tab-props";

/** What is offered to guests, section by section, and which fields imports leave unchanged. */
export function OursTab({ branchId, head, onChanged }: TabProps) {
  const { catalogue: words } = useWords();
  const [sectionId, choose] = useFilter("section");
  const { products, sections } = head;
  return (
    <div className="cat-grid">
      <CategoryList
        label={words.sections}
        all={{ name: words.allSections, count: products.totalCount }}
        among={sections.nodes.map((one) => {
          return { id: one.id, name: one.name, count: one.products.totalCount };
        })}
        chosen={sectionId}
        onChoose={choose}
      />
      <div className="stack">
        <div className="row filters">
          <NewSectionButton branchId={branchId} onMade={(id) => (onChanged(), choose(id))} />
          {sectionId === "" && <FindField label={words.find} hint={words.findName} />}
        </div>
        {sectionId === "" ? (
          <AllProducts branchId={branchId} head={head} />
        ) : (
          <ProductsOfSection key={sectionId} sectionId={sectionId} head={head} />
        )}
      </div>
    </div>
  );
}

function AllProducts({ branchId, head }: Pick<TabProps, "branchId" | "head">) {
  const [search] = useFilter("q");
  const asked = { branchId, search: search || null, unavailableOnly: false };
  return <Products head={head} of={usePages(OurProducts, asked, ({ products }) => products)} />;
}

function ProductsOfSection({ sectionId, head }: { sectionId: string } & Pick<TabProps, "head">) {
  return (
    <Products
      head={head}
      of={usePages(SectionProducts, { sectionId }, ({ node }) =>
        node && "products" in node ? node.products : undefined,
      )}
    />
  );
}

type Listed = ReturnType<
  typeof usePages<unknown, Parameters<typeof ProductTable>[0]["products"][number], object>
>;

interface ListedProducts extends Pick<TabProps, "head"> {
  readonly of: Listed;
}

function Products({ head, of: { answer, rows, pages, failure, ask } }: ListedProducts) {
  const { shell, catalogue: words } = useWords();
  useChange(head, ask);
  if (failure) return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (answer === undefined) return <Skeleton rows={8} label={shell.loading} />;
  if (rows.length === 0) {
    return (
      <EmptyState picture="begin" title={words.noProducts}>
        {words.noProductsLead}
      </EmptyState>
    );
  }
  return (
    <section className="card">
      <ProductTable products={rows} onChanged={ask} />
      <Pager {...pages} />
    </section>
  );
}
