import { serve } from "./serve.mjs";

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

export const startRestaurants = () => serve("restaurants", resolvers);
