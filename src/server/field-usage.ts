import {
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** For applications that send an unlisted name, and for those that send none. */
const OTHER = "other";
const NONE = "none";

/** How often an application has requested a field. */
export interface FieldUse {
  readonly client: string;
  /** `Type.field` */
  readonly field: string;
  readonly count: number;
}

/**
 * Counts the fields that operations ask for, once per operation, by the names of known
 * applications. Its memory use is one number per schema field and name, whatever clients send.
 */
export class FieldUsage {
  private readonly fields: readonly string[];
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly counts: ReadonlyMap<string, Float64Array>;
  private readonly known = new WeakMap<DocumentNode, readonly number[]>();

  /** @param names of applications; all others are counted together as one */
  constructor(
    private readonly schema: GraphQLSchema,
    names: readonly string[],
  ) {
    this.fields = fieldsOf(schema);
    this.numbers = new Map(this.fields.map((field, number) => [field, number]));
    const clients = [...names, OTHER, NONE];
    this.counts = new Map(clients.map((name) => [name, new Float64Array(this.fields.length)]));
  }

  /** The numbers of the fields that a document asks for. @param document must be valid */
  read(document: DocumentNode): readonly number[] {
    const numbers = this.known.get(document) ?? this.readAnew(document);
    this.known.set(document, numbers);
    return numbers;
  }

  /** @param client how the application identifies itself */
  count(client: string | undefined, numbers: readonly number[]): void {
    const counts = this.counts.get(client ?? NONE) ?? this.counts.get(OTHER);
    for (const number of numbers) if (counts) counts[number] = (counts[number] ?? 0) + 1;
  }

  /** Only fields that were requested at least once. */
  uses(): FieldUse[] {
    return [...this.counts].flatMap(([client, counts]) =>
      this.fields.flatMap((field, number) => {
        const count = counts[number] ?? 0;
        return count > 0 ? [{ client, field, count }] : [];
      }),
    );
  }

  private readAnew(document: DocumentNode): number[] {
    const types = new TypeInfo(this.schema);
    const found = new Set<number>();
    const note = () => {
      const field = `${types.getParentType()?.name ?? ""}.${types.getFieldDef()?.name ?? ""}`;
      const number = this.numbers.get(field);
      if (number !== undefined) found.add(number);
    };
    visit(document, visitWithTypeInfo(types, { Field: { enter: note } }));
    return [...found];
  }
}

function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}
