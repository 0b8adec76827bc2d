import { type MenuSnapshot, type SnapshotProduct } from "../../domain/catalogue/menu-snapshot";
import { forbiddenOptionIds, soldChoices } from "../../domain/catalogue/sold-choices";

/**
 * The number of items in a list, or of bytes that a text takes in JSON: the most in one row, and
 * the total of all rows.
 */
interface Extent {
  readonly most: number;
  readonly total: number;
  /** For a field whose target other fields refer to as well: by how many at most. */
  readonly sharedBy?: number;
}

export type MenuShape = ReadonlyMap<string, Extent>;

/** Bytes of one id in a list. */
const BYTES_OF_ID = 39;

/** "RUB", including its quotes. */
const BYTES_OF_CURRENCY = 5;
/** The quotes and the decimal point; amounts below one ruble are padded with zeros. */
const BYTES_IN_AMOUNT = 4;
/** Bytes of a cursor for one of the first million positions. */
const BYTES_OF_CURSOR = 14;
/** These have the same length everywhere, however often they are selected. */
const FIXED: Readonly<Record<string, number>> = {
  "Money.currencyCode": BYTES_OF_CURRENCY,
  "PageInfo.startCursor": BYTES_OF_CURSOR,
  "PageInfo.endCursor": BYTES_OF_CURSOR,
  "ProductEdge.cursor": BYTES_OF_CURSOR,
  "SectionEdge.cursor": BYTES_OF_CURSOR,
};

const shapes = new WeakMap<MenuSnapshot, MenuShape>();

/**
 * Returns the extents of a catalogue's lists and texts, by schema coordinate. Computed once for
 * each catalogue.
 */
export function menuShapeOf(catalogue: MenuSnapshot): MenuShape {
  const shape = shapes.get(catalogue) ?? new Tally().addMenu(catalogue).shape;
  shapes.set(catalogue, shape);
  return shape;
}

/**
 * Returns the extents of the lists and texts of several catalogues, for callers who may receive any
 * of them, or all.
 */
export function joinedShapes(all: readonly MenuShape[]): MenuShape {
  const tally = new Tally();
  for (const shape of all) for (const [coordinate, extent] of shape) tally.join(coordinate, extent);
  return tally.join("BranchConnection.nodes", { most: all.length, total: all.length }).shape;
}

/** Returns the extents that none of several catalogues exceeds. */
export function largestShape(all: readonly MenuShape[]): MenuShape {
  const largest = new Map<string, Extent>();
  for (const shape of all)
    for (const [coordinate, { most, total, sharedBy }] of shape) {
      const known = largest.get(coordinate);
      const shared = Math.max(sharedBy ?? 1, known?.sharedBy ?? 1);
      largest.set(coordinate, {
        most: Math.max(most, known?.most ?? 0),
        total: Math.max(total, known?.total ?? 0),
        ...(shared > 1 && { sharedBy: shared }),
      });
    }
  return largest;
}

class Tally {
  private readonly extents = new Map<string, Extent>();

  get shape(): MenuShape {
    return this.extents;
  }

  addMenu({ sections, productByArticle }: MenuSnapshot): this {
    const products = sections.flatMap((section) => section.products);
    for (const [coordinate, most] of Object.entries(FIXED))
      this.join(coordinate, { most, total: Infinity });
    for (const coordinate of ["Menu.sections", "Query.sections", "Branch.sections"])
      this.add(coordinate, sections.length);
    this.add("Query.products", products.length);
    for (const section of sections) {
      this.add("Section.products", section.products.length);
      this.addText("Section.name", section.name);
      this.addText("Section.slug", section.slug);
    }
    const largest = Math.max(...sections.map((section) => section.products.length), 1);
    this.join("Product.section", { most: 1, total: products.length, sharedBy: largest });
    for (const product of products) this.addProduct(product);
    return this.addCombos(products, productByArticle);
  }

  join(coordinate: string, { most, total, sharedBy }: Extent): this {
    const known = this.extents.get(coordinate);
    const shared = Math.max(sharedBy ?? 1, known?.sharedBy ?? 1);
    this.extents.set(coordinate, {
      most: Math.max(most, known?.most ?? 0),
      total: total + (known?.total ?? 0),
      ...(shared > 1 && { sharedBy: shared }),
    });
    return this;
  }

  private add(coordinate: string, size: number): void {
    this.join(coordinate, { most: size, total: size });
  }

  private addText(coordinate: string, text: string | null): void {
    this.add(coordinate, text === null ? "null".length : Buffer.byteLength(JSON.stringify(text)));
  }

  private addNumber(coordinate: string, value: number | null): void {
    this.add(coordinate, String(value).length);
  }

  private addPrice(price: number | null): void {
    if (price !== null)
      this.join("Money.amount", { most: String(price).length + BYTES_IN_AMOUNT, total: Infinity });
  }

  private addProduct({
    article,
    name,
    description,
    imageUrls,
    nutrition,
    sizes,
    optionGroups,
  }: SnapshotProduct): void {
    this.addText("Product.article", article);
    this.addText("Product.name", name);
    this.addText("Product.description", description);
    this.add("Product.images", imageUrls.length);
    for (const url of imageUrls) this.addText("Image.url", url);
    this.add("Nutrition.allergens", Buffer.byteLength(JSON.stringify(nutrition?.allergens ?? [])));
    this.add("Product.sizes", sizes.length);
    for (const size of sizes) {
      this.addText("ProductSize.name", size.name);
      this.addPrice(size.price);
    }
    this.add("Product.optionGroups", optionGroups.length);
    for (const group of optionGroups) {
      this.addText("OptionGroup.name", group.name);
      this.add("OptionGroup.options", group.options.length);
      for (const field of ["min", "max", "freeAmount"] as const)
        this.addNumber(`OptionGroup.${field}`, group[field]);
      for (const option of group.options) {
        for (const field of ["min", "max"] as const)
          this.addNumber(`Option.${field}`, option[field]);
        this.addPrice(option.price);
        this.addText("Option.name", option.name);
        this.addText("Option.article", option.article);
        this.add("Option.prices", sizes.length);
      }
    }
  }

  /**
   * A choice is shown for each size of its combo that it is sold with; products may be choices of
   * many combos.
   */
  private addCombos(
    products: readonly SnapshotProduct[],
    productByArticle: MenuSnapshot["productByArticle"],
  ): this {
    const offered = new Map<string, number>();
    for (const { comboGroups, sizes } of products) {
      this.add("Product.comboGroups", comboGroups.length);
      for (const group of comboGroups) {
        this.addText("ComboGroup.id", group.id);
        this.addText("ComboGroup.name", group.name);
        const shown = sizes.flatMap((size) => soldChoices(productByArticle, group, size));
        this.add("ComboGroup.choices", shown.length);
        for (const { choice, price } of shown) {
          offered.set(choice.article, (offered.get(choice.article) ?? 0) + 1);
          const whole = productByArticle.get(choice.article);
          const forbidden = whole ? forbiddenOptionIds(whole, choice).length : 0;
          this.add("ComboChoice.forbiddenOptionIds", 2 + forbidden * BYTES_OF_ID);
          this.addPrice(price);
        }
      }
    }
    const sharedBy = Math.max(...offered.values(), 1);
    return this.join("ComboChoice.product", { most: 1, total: Infinity, sharedBy });
  }
}
