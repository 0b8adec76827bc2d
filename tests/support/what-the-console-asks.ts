/** The console fills its prepared tabs from the first branch; here there is none. */
export const WHAT_THE_CONSOLE_ASKS = `
  type Option { article: String }
  type OptionGroup { min: Int options: [Option] }
  type Money { amount: String }
  type PriceRange { min: Money }
  type Product { article: String priceRange: PriceRange optionGroups: [OptionGroup] }
  type Products { nodes: [Product] }
  type Section { products(first: Int): Products }
  type Sections { nodes: [Section] }
  type Branch { id: ID sections(first: Int): Sections }
  type Branches { nodes: [Branch] }
  extend type Query { branches(first: Int): Branches }
`;
