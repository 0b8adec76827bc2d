// Fails when the gateway's schema does not compose with two services that know nothing about it, or
// composes only with hints:
//   node scripts/check-supergraph.mjs
import { readFileSync } from "node:fs";

import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const files = {
  gateway: "gateway.graphql",
  restaurants: "services/restaurants.graphql",
  reviews: "services/reviews.graphql",
};
const services = Object.entries(files).map(([name, file]) => {
  const text = readFileSync(new URL(`../examples/supergraph/${file}`, import.meta.url), "utf8");
  return { name, url: `http://${name}/graphql`, typeDefs: parse(text) };
});

const { errors = [], hints = [] } = composeServices(services);
for (const error of errors) process.stderr.write(`${error.message}\n`);
for (const hint of hints) process.stderr.write(`${hint}\n`);
process.exitCode = errors.length + hints.length > 0 ? 1 : 0;
