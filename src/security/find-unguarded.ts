import { getMetadataStorage } from "type-graphql";

/**
 * The fields, as Type.field, that ask for authorization and do not get it: type-graphql silently
 * skips @Authorized on a simple field without a resolver method. Call it once the schema is built.
 */
export function findUnguarded(): string[] {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  return objectTypes.flatMap(({ name, target, fields = [], simpleResolvers = false }) =>
    fields
      .filter((field) => field.roles !== undefined)
      .filter((field) => field.simple ?? simpleResolvers)
      .filter(
        (field) =>
          !fieldResolvers.some(
            (it) => it.methodName === field.name && it.getObjectType?.() === target,
          ),
      )
      .map((field) => `${name}.${field.schemaName}`),
  );
}
