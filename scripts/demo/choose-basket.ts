interface Price {
  readonly amount: string;
}

interface Sold {
  readonly availability: { readonly available: boolean };
}

interface DemoOption extends Sold {
  readonly id: string;
  readonly article: string | null;
  readonly name: string;
}

interface DemoProduct {
  readonly article: string;
  readonly name: string;
  readonly sizes: readonly (Sold & {
    id: string;
    name: string | null;
    isDefault: boolean;
    price: Price | null;
  })[];
  readonly optionGroups: readonly {
    name: string;
    min: number;
    max: number;
    options: readonly DemoOption[];
  }[];
}

export interface DemoMenu {
  readonly sections: readonly { name: string; products: { nodes: readonly DemoProduct[] } }[];
}

export interface Basket {
  readonly description: string;
  readonly line: {
    readonly article: string;
    readonly sizeId: string;
    readonly options: readonly { readonly article: string }[];
  };
}

const WANTED_OPTIONS = 2;

/**
 * The first dish with a choice of sizes that accepts two options.
 *
 * @throws {Error} when the menu has none
 */
export function chooseBasket(products: readonly DemoProduct[]): Basket {
  for (const product of products) {
    const sizes = product.sizes.filter((size) => size.price !== null && isAvailable(size));
    const size = sizes.find((each) => !each.isDefault) ?? sizes[0];
    const options = selectOptions(product);
    if (sizes.length < 2 || !size || options.length !== WANTED_OPTIONS) continue;
    const names = options.map((option) => option.name).join(", ");
    return {
      description: `${product.name}, ${size.name ?? "one size"}, with ${names}`,
      line: {
        article: product.article,
        sizeId: size.id,
        options: options.map((option) => ({ article: option.article ?? option.id })),
      },
    };
  }
  throw new Error("The menu has no dish with sizes and two options");
}

/** Required options first, then any others that are allowed, up to two. */
function selectOptions(product: DemoProduct): DemoOption[] {
  const optionGroups = product.optionGroups.map((group) => ({
    ...group,
    options: group.options.filter(isAvailable),
  }));
  const required = optionGroups.flatMap((group) => group.options.slice(0, group.min));
  const allowed = optionGroups.flatMap((group) =>
    group.options.slice(group.min, group.max || group.options.length),
  );
  return required.length > WANTED_OPTIONS
    ? required
    : [...required, ...allowed].slice(0, WANTED_OPTIONS);
}

function isAvailable({ availability }: Sold): boolean {
  return availability.available;
}
