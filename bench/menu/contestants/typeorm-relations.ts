import "reflect-metadata";

import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSchema, type ClassType } from "type-graphql";
import { DataSource } from "typeorm";

import { serveUntilReleased, settingsOfChild } from "../../child";
import { Option, OptionGroup, Product, ProductSize, Section } from "../plain/plain-entities";
import {
  PlainMenuResolver,
  PlainOptionResolver,
  PlainProductResolver,
  PlainSectionResolver,
  PlainSizeResolver,
} from "../plain/plain-resolvers";

/**
 * The straightforward solution: type-graphql's own resolvers over TypeORM's relations, with Apollo
 * Server's defaults.
 */
async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<{ databaseUrl: string }>();
  const entities = [Option, OptionGroup, Product, ProductSize, Section];
  const db = await new DataSource({ type: "postgres", url: databaseUrl, entities }).initialize();
  const menu = new PlainMenuResolver(db);
  const schema = await buildSchema({
    resolvers: [
      PlainMenuResolver,
      PlainSectionResolver,
      PlainProductResolver,
      PlainSizeResolver,
      PlainOptionResolver,
    ],
    container: {
      get: (type: ClassType<object>) => (type === PlainMenuResolver ? menu : new type()),
    },
    validate: false,
  });
  const apollo = new ApolloServer({ schema });
  const { url } = await startStandaloneServer(apollo, { listen: { port: 0, host: "127.0.0.1" } });
  serveUntilReleased(url);
}

void main();
