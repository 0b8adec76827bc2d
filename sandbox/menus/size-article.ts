import { type Product, type Size } from "../restaurant/model";

/**
 * A size's article is the product's article plus the size's code, unless there is only one size;
 * the code is often Cyrillic.
 */
export function sizeArticle(product: Product, size: Size): string {
  return product.sizes.length > 1 && size.code !== null
    ? `${product.article}-${size.code}`
    : product.article;
}
