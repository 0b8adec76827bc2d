import { type Product, type Size } from "../restaurant/model";

/**
 * A size's article is the product's plus its code, unless there is one size only; the code is often
 * Cyrillic.
 */
export function sizeArticle(product: Product, size: Size): string {
  return product.sizes.length > 1 && size.code !== null
    ? `${product.article}-${size.code}`
    : product.article;
}
