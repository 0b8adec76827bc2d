import { parse } from "graphql";
import { serve } from "./serve.mjs";

/** What guests think of dishes and orders. */
const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

  "A dish or drink («товар»)."
  type Product @key(fields: "branchId article") {
    branchId: ID!
    article: String!
    reviews: [Review!]!
  }

  "One guest's delivery or pick-up."
  type Order @key(fields: "id") {
    id: ID!
    "null: the guest has said nothing yet."
    review: Review
  }

  type Review {
    id: ID!
    "1 to 5."
    stars: Int!
    text: String
    "null: not of an order, or of one that you may not see."
    order: Order
  }

  type Query {
    "The newest first."
    latestReviews: [Review!]!
  }

  type Mutation {
    "What a guest thinks of an order; said again, it takes the place of what was said before."
    reviewOrder(orderId: ID!, stars: Int!, text: String): Review!
  }
`);

const reviews = [
  { id: "1", stars: 5, text: "The best in town", article: "00042" },
  { id: "2", stars: 4, text: null, article: "00042" },
];

const resolvers = {
  Product: {
    __resolveReference: (key) => key,
    reviews: ({ article }) => reviews.filter((review) => review.article === article),
  },
  Order: {
    __resolveReference: (key) => key,
    review: ({ id }) => reviews.find(({ orderId }) => orderId === id) ?? null,
  },
  Review: { order: ({ orderId }) => (orderId === undefined ? null : { id: orderId }) },
  Query: { latestReviews: () => [...reviews].reverse() },
  Mutation: {
    reviewOrder: (_root, { orderId, stars, text = null }) => {
      const known = reviews.find((review) => review.orderId === orderId);
      const review = known ?? { id: String(reviews.length + 1), orderId };
      if (!known) reviews.push(review);
      return Object.assign(review, { stars: Math.min(Math.max(stars, 1), 5), text });
    },
  },
};

export const startReviews = () => serve("reviews", typeDefs, resolvers);
