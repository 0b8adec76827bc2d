/** A storefront's whole menu, as its first page needs it. */
export const MENU_QUERY = `query Menu($branchId: ID!) {
  menu(branchId: $branchId) {
    revision
    sections {
      id name slug position
      products(first: 100) {
        nodes {
          id article name description
          images { url }
          sizes { id name price { amount currencyCode } isDefault }
          optionGroups {
            id name min max freeAmount
            options { id article name price { amount currencyCode } min max byDefault }
          }
          nutrition { energyKcal proteins fats carbohydrates weightGrams allergens }
          priceRange { min { amount currencyCode } max { amount currencyCode } }
        }
      }
    }
  }
}`;
