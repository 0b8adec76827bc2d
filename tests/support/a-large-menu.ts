import { type MenuSnapshot, type SnapshotProduct } from "../../src/domain/catalogue/menu-snapshot";
import { anOption, anOptionGroup, aProduct, aSize } from "./a-menu-snapshot";

/**
 * A catalogue of `sections` sections with `products` products each, of three sizes and two groups
 * of three options.
 */
export function aLargeMenu(branchId: string, sections: number, products: number): MenuSnapshot {
  const all = Array.from({ length: sections }, (_, section) => ({
    id: `section-${section}`,
    name: `Раздел ${section}`,
    slug: `razdel-${section}`,
    position: section,
    products: Array.from({ length: products }, (_each, n) =>
      aDish(`section-${section}`, section * products + n),
    ),
  }));
  const productByArticle = new Map(
    all.flatMap((each) => each.products.map((product) => [product.article, product])),
  );
  return {
    branchId,
    currencyCode: "RUB",
    revision: 1,
    asOf: new Date(0),
    sections: all,
    productByArticle,
  };
}

function aDish(sectionId: string, n: number): SnapshotProduct {
  const article = String(n).padStart(5, "0");
  const sizes = ["Малая", "Средняя", "Большая"].map((name, place) =>
    aSize({
      id: `size-${n}-${place}`,
      name,
      isDefault: place === 0,
      price: 40_000 + place * 10_000,
    }),
  );
  const optionGroups = ["Соус", "Добавки"].map((name, place) =>
    anOptionGroup({
      id: `group-${n}-${place}`,
      name,
      options: [1, 2, 3].map((each) =>
        anOption({ article: `${article}${place}${each}`, name: `Добавка ${each}` }),
      ),
    }),
  );
  const description = `Томатный соус, моцарелла, базилик и ничего лишнего, блюдо ${n}`;
  const imageUrls = [`https://images.example/${n}.jpg`];
  return aProduct({
    article,
    sectionId,
    name: `Пицца № ${n}`,
    description,
    imageUrls,
    sizes,
    optionGroups,
  });
}
