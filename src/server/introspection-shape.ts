import {
  getIntrospectionQuery,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

import { type DataShape, type Extent } from "./data-shape";

/** The query that tools send: the whole schema, once. */
export const WHOLE_SCHEMA = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
});

/**
 * The lengths of the lists that describe a schema. Any number of fields may lead to the same type.
 */
export function introspectionShapeOf(schema: GraphQLSchema): DataShape {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.map((type) => Object.values(type.getFields()));
  const inputs = types
    .filter(isInputObjectType)
    .map((type) => Object.keys(type.getFields()).length);
  const possible = types
    .filter(isInterfaceType)
    .map((type) => schema.getPossibleTypes(type).length);
  const directives = schema.getDirectives();
  const args = [...fields.flat(), ...directives].map((each) => each.args.length);
  return new Map([
    ["__Schema.types", once(types.length)],
    ["__Schema.directives", once(directives.length)],
    ["__Type.fields", extentOf(fields.map((each) => each.length))],
    ["__Type.interfaces", extentOf(withFields.map((type) => type.getInterfaces().length))],
    ["__Type.possibleTypes", extentOf(possible)],
    [
      "__Type.enumValues",
      extentOf(types.filter(isEnumType).map((type) => type.getValues().length)),
    ],
    ["__Type.inputFields", extentOf(inputs)],
    ["__Field.args", extentOf(args)],
    ["__Directive.args", extentOf(args)],
    ...["__Field.type", "__InputValue.type", "__Type.ofType"].map(
      (name) => [name, MANY_LEAD_THERE] as const,
    ),
  ]);
}

const MANY_LEAD_THERE: Extent = { most: 1, total: Infinity, sharedBy: 1_000 };

function once(length: number): Extent {
  return { most: length, total: length };
}

function extentOf(lengths: readonly number[]): Extent {
  return { most: Math.max(...lengths, 0), total: lengths.reduce((sum, length) => sum + length, 0) };
}
