/** A storefront's whole menu, as its first page needs it. */
export const WHOLE_MENU = `query ($branchId: ID!) { menu(branchId: $branchId) { revision asOf stale sections {
  id name slug position
  products(first: 100) {
    nodes {
      id article name description images { url } halfAndHalf
      availability { available remaining reason }
      priceRange { min { amount currencyCode } max { amount currencyCode } }
      sizes { id name isDefault price { amount currencyCode } availability { available } }
      optionGroups { id name min max freeAmount
        options { id article name min max byDefault freeAmount price { amount currencyCode }
          prices { sizeId price { amount currencyCode } } availability { available } } }
      comboGroups { id name choices { product { id article name } sizeId comboSizeId price { amount currencyCode }
        forbiddenOptionIds } }
    }
    pageInfo { hasNextPage endCursor }
  }
} } }`;
