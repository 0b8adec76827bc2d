import { parse } from "graphql";
import { serve } from "./serve.mjs";

/** What Result.Rest knows of a restaurant, and no till does. */
const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

  "A restaurant as Result.Rest knows it («филиал»)."
  type Branch @key(fields: "id") {
    id: ID!
    "Where guests find it."
    address: String!
    "For questions of guests, E.164."
    contactPhone: String!
    "When it is open, from Monday on."
    openingHours: [OpeningHours!]!
  }

  type OpeningHours {
    "1 is Monday."
    weekday: Int!
    "Wall clock of the restaurant: 10:00."
    opens: String!
    closes: String!
  }

  type Query {
    "All restaurants whose contacts are known."
    contactsOf(branchIds: [ID!]!): [Branch!]!
  }
`);

const openingHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opens: "10:00",
  closes: weekday < 5 ? "22:00" : "23:00",
}));

const contactsOf = ({ id }) => ({
  id,
  address: "1 Lighthouse Street",
  contactPhone: "+79990000000",
  openingHours,
});

const resolvers = {
  Branch: { __resolveReference: contactsOf },
  Query: { contactsOf: (_root, { branchIds }) => branchIds.map((id) => contactsOf({ id })) },
};

export const startRestaurants = () => serve("restaurants", typeDefs, resolvers);
