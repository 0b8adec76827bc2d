export type Schema = Record<string, unknown>;

const prefix = "#/components/schemas/";

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The one value that a schema allows in `property`, if it allows only one. */
function onlyValue(schema: Schema | undefined, property: string): unknown {
  const field = isSchema(schema?.properties) ? schema.properties[property] : undefined;
  const values: unknown = isSchema(field) ? field.enum : undefined;
  return Array.isArray(values) && values.length === 1 ? (values as unknown[])[0] : undefined;
}

/**
 * Rewrites OpenAPI 3.0 schemas as JSON Schema that Ajv understands: `nullable`, discriminators (the
 * child is chosen by value, so that messages name the field that is wrong), and inheritance by
 * `allOf` (flattened). Objects are closed: an object may carry only the listed fields, so that a
 * misspelt name is a violation.
 */
export class OpenapiToJsonSchema {
  constructor(private readonly schemas: Record<string, Schema>) {}

  definitions(): Record<string, Schema> {
    return Object.fromEntries(
      Object.entries(this.schemas).map(([name, schema]) => [
        name,
        isSchema(schema.discriminator) && !schema.oneOf
          ? this.chosenBy(schema.discriminator)
          : this.convert(this.flat(schema)),
      ]),
    );
  }

  convert(schema: unknown): Schema {
    if (!isSchema(schema)) return {};
    const plain = this.withoutNull(schema);
    if (schema.nullable !== true || Object.keys(plain).length === 0) return plain;
    return { anyOf: [{ type: "null" }, plain] };
  }

  private withoutNull(schema: Schema): Schema {
    if (typeof schema.$ref === "string")
      return { $ref: `#/definitions/${schema.$ref.slice(prefix.length)}` };
    if (Array.isArray(schema.oneOf)) return this.oneOf(schema, schema.oneOf as Schema[]);
    if (Array.isArray(schema.allOf) && !schema.properties) {
      return { allOf: schema.allOf.map((part) => this.convert(part)) };
    }
    const {
      nullable: _nullable,
      properties,
      items,
      additionalProperties,
      allOf: _allOf,
      ...rest
    } = schema;
    const closed = isSchema(properties) && !schema["x-assumption"];
    return {
      ...Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith("x-"))),
      ...(isSchema(properties) ? { properties: this.convertAll(properties) } : {}),
      ...(items === undefined ? {} : { items: this.convert(items) }),
      ...(isSchema(additionalProperties)
        ? { additionalProperties: this.convert(additionalProperties) }
        : {}),
      ...(closed && additionalProperties === undefined ? { additionalProperties: false } : {}),
    };
  }

  private convertAll(properties: Schema): Schema {
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, this.convert(property)]),
    );
  }

  /** Its own fields plus the inherited ones. */
  private flat(schema: Schema): Schema {
    const parents = Array.isArray(schema.allOf)
      ? (schema.allOf as Schema[]).map((part) => this.resolve(part))
      : [];
    if (parents.length === 0) return schema;
    const generations = [...parents.map((parent) => this.flat(parent)), schema];
    return {
      type: "object",
      properties: Object.assign(
        {},
        ...generations.map((generation) => generation.properties),
      ) as Schema,
      required: [
        ...new Set(generations.flatMap((generation) => (generation.required ?? []) as string[])),
      ],
    };
  }

  private resolve(schema: Schema): Schema {
    return typeof schema.$ref === "string"
      ? (this.schemas[schema.$ref.slice(prefix.length)] ?? {})
      : schema;
  }

  private oneOf(schema: Schema, members: Schema[]): Schema {
    if (isSchema(schema.discriminator)) return this.chosenBy(schema.discriminator);
    const versions = members.map(
      (member) => [onlyValue(this.resolve(member), "formatVersion"), member] as const,
    );
    if (versions.every(([version]) => version !== undefined))
      return this.choice("formatVersion", versions);
    return { oneOf: members.map((member) => this.convert(member)) };
  }

  private chosenBy(discriminator: Schema): Schema {
    const mapping = Object.entries(discriminator.mapping as Record<string, string>);
    const members = mapping.map(([value, $ref]) => [value, { $ref }] as const);
    return this.choice(String(discriminator.propertyName), members);
  }

  private choice(property: string, members: (readonly [unknown, Schema])[]): Schema {
    return {
      type: "object",
      required: [property],
      properties: { [property]: { enum: members.map(([value]) => value) } },
      allOf: members.map(([value, member]) => ({
        if: { required: [property], properties: { [property]: { const: value } } },
        then: this.convert(member),
      })),
    };
  }
}
