/** The staff of the kitchen. */
export const STAFF = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

  type Cook @key(fields: "email") {
    email: ID!
    name: String
    yearsAtWork: Int!
    dishesInvented: Int @shareable
  }

  type Query { cooks: [Cook!]! }`;

/** Where things are, and how they reach guests. */
export const STOCK = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
    import: ["@external", "@key", "@requires", "@shareable"])

  type Dish @key(fields: "id") {
    id: ID!
    weight: Weight @external
    delivery(street: String): Delivery @requires(fields: "weight { grams portion }")
  }

  type Weight @shareable { grams: Float portion: String }

  type Delivery { estimated: String fastest: String }

  interface Shelf @key(fields: "id") { id: ID! place: String }

  type ColdShelf implements Shelf @key(fields: "id") { id: ID! place: String }

  type Query { shelves: [Shelf!]! }`;
