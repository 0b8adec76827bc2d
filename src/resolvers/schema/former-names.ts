import { defaultFieldResolver, type GraphQLSchema, isObjectType } from "graphql";

/** Fields by their former names, each with its current name. */
export const FORMER_NAMES: Readonly<Record<string, string>> = {
  "Query.orderByKey": "orderByIdempotencyKey",
  "Query.catalogPlan": "cataloguePlan",
  "Query.catalogIssues": "catalogueIssues",
  "Mutation.applyCatalogPlan": "applyCataloguePlan",
  "Mutation.lockProductFields": "setProductFieldLocks",
};

/**
 * Keeps fields available under their former names, deprecated: with the same arguments, answers and
 * limits. Call it last, once nothing about the fields changes any more.
 *
 * @throws {Error} if a field of the list is not in the schema
 */
export function keepFormerNames(schema: GraphQLSchema): void {
  for (const [coordinate, name] of Object.entries(FORMER_NAMES)) {
    const [typeName = "", formerName = ""] = coordinate.split(".");
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!isObjectType(type) || !field)
      throw new Error(`${coordinate} is a former name of ${typeName}.${name}, which is missing`);
    const resolve = field.resolve ?? defaultFieldResolver;
    type.getFields()[formerName] = Object.assign({}, field, {
      name: formerName,
      resolve,
      deprecationReason: `Renamed: use ${name}.`,
    });
  }
}
