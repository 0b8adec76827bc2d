import { productAvailability, sizeAvailability } from "../../../domain/catalogue/availability";
import { type MenuSnapshot, type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { type StopList } from "../../../domain/catalogue/stop-list";
import { folded } from "../../../domain/texts/typed-text";
import { searchFor } from "./search-for";

interface Wanted {
  readonly articles?: readonly string[] | null;
  /** Words that the name must contain. */
  readonly search?: string | null;
  /** Excludes what cannot be ordered now. */
  readonly availableOnly: boolean;
  /** Includes only what cannot be ordered now. */
  readonly unavailableOnly?: boolean;
}

/**
 * The products of a catalogue in menu order, as storefronts search for them. The search data is
 * computed on the first search.
 */
export class MenuListing {
  private readonly products: readonly SnapshotProduct[];
  private readonly availableIn = new WeakMap<
    readonly SnapshotProduct[],
    readonly SnapshotProduct[]
  >();
  private readonly knownAvailable = new WeakMap<SnapshotProduct, boolean>();
  private places: ReadonlyMap<SnapshotProduct, number> | undefined;
  private foldedNames: readonly string[] | undefined;

  constructor(
    private readonly catalogue: MenuSnapshot,
    private readonly stopList: StopList,
  ) {
    this.products = catalogue.sections.flatMap((section) => section.products);
  }

  /** The products that meet all given conditions. */
  find({ articles, search, ...wanted }: Wanted): readonly SnapshotProduct[] {
    const named = this.named(articles ? this.ofArticles(articles) : this.products, search);
    const found = wanted.availableOnly ? this.available(named) : named;
    return wanted.unavailableOnly ? found.filter((one) => !this.isAvailable(one)) : found;
  }

  /** The products of a section, or of a result of `find`, that can be ordered now. */
  available(products: readonly SnapshotProduct[]): readonly SnapshotProduct[] {
    const available =
      this.availableIn.get(products) ?? products.filter((product) => this.isAvailable(product));
    this.availableIn.set(products, available);
    return available;
  }

  private named(products: readonly SnapshotProduct[], search: string | null | undefined) {
    if (!search?.trim()) return products;
    const matches = searchFor(search);
    if (products !== this.products) return products.filter(({ name }) => matches(folded(name)));
    const names = (this.foldedNames ??= this.products.map(({ name }) => folded(name)));
    return products.filter((_, place) => matches(names[place] ?? ""));
  }

  private ofArticles(articles: readonly string[]): readonly SnapshotProduct[] {
    const places = (this.places ??= new Map(
      this.products.map((product, place) => [product, place]),
    ));
    const found = [...new Set(articles)].flatMap(
      (article) => this.catalogue.productByArticle.get(article) ?? [],
    );
    return found.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  }

  /** Computed once per product, because searches create new lists of the same products. */
  private isAvailable(product: SnapshotProduct): boolean {
    const known = this.knownAvailable.get(product) ?? this.judge(product);
    this.knownAvailable.set(product, known);
    return known;
  }

  private judge(product: SnapshotProduct): boolean {
    const { productByArticle } = this.catalogue;
    const sizes = product.sizes.map((size) =>
      sizeAvailability(product, size, this.stopList, productByArticle),
    );
    return productAvailability(product, sizes, this.stopList).available;
  }
}
