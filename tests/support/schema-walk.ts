import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";

/** One field that was answered, or refused with a code. */
export interface WalkedField {
  readonly type: string;
  readonly field: string;
  readonly answer: "value" | "null" | "refused";
  readonly code?: string;
}

export interface WalkAnswer {
  readonly data: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

const TOO_MUCH: ReadonlySet<string> = new Set(["TOO_COMPLEX", "GRAPHQL_VALIDATION_FAILED"]);

/** Queries every field of everything that a root field leads to, directly from the schema. */
export class SchemaWalk {
  /**
   * @param arguments_ arguments of fields below the root that have required ones, as `Type.field`
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ask: (document: string) => Promise<WalkAnswer>,
    private readonly arguments_: Readonly<Record<string, string>>,
    private readonly skipped: readonly string[] = [],
  ) {}

  /** @param root as in a document, with its arguments: `order(id: "…")` */
  async below(root: string, typeName: string, depth = 2): Promise<WalkedField[]> {
    const type = this.schema.getType(typeName);
    const walked: WalkedField[] = [];
    // An interface is queried for one possible type after the other, because all of them together
    // are too much.
    for (const each of isInterfaceType(type) ? this.schema.getPossibleTypes(type) : [type]) {
      const fields = isObjectType(each) ? Object.keys(each.getFields()) : [];
      walked.push(...(await this.ofFields(root, each?.name ?? "", fields, depth)));
    }
    return walked;
  }

  /** Queries in parts what is too much for one operation. */
  private async ofFields(
    root: string,
    typeName: string,
    fields: string[],
    depth: number,
  ): Promise<WalkedField[]> {
    const type = this.schema.getType(typeName) as GraphQLNamedType;
    const selection = this.selection(type, depth, fields);
    const answer = await this.ask(
      `{ root: ${root} ${selection && `{ ... on ${typeName} ${selection} }`} }`,
    );
    const tooMuch = answer.errors?.some(({ extensions }) => TOO_MUCH.has(extensions.code));
    if (!tooMuch) return this.read(answer, type);
    if (fields.length === 1) {
      if (depth === 0)
        throw new Error(
          `Cannot ask for ${typeName}.${fields[0]}: ${JSON.stringify(answer.errors)}`,
        );
      const inParts = await this.inParts(root, type, fields[0] ?? "", depth);
      return inParts ?? this.ofFields(root, typeName, fields, depth - 1);
    }
    const half = Math.ceil(fields.length / 2);
    const parts = [fields.slice(0, half), fields.slice(half)];
    const walked: WalkedField[] = [];
    for (const part of parts) walked.push(...(await this.ofFields(root, typeName, part, depth)));
    return walked;
  }

  /** Queries one field by halves of what is below it; null when one half is too much as well. */
  private async inParts(
    root: string,
    type: GraphQLNamedType,
    field: string,
    depth: number,
  ): Promise<WalkedField[] | null> {
    const its = isObjectType(type) ? type.getFields()[field] : undefined;
    const inner = its && getNamedType(its.type);
    if (!its || !isObjectType(inner) || this.arguments_[`${type.name}.${field}`]) return null;
    const below = Object.keys(inner.getFields());
    const half = Math.ceil(below.length / 2);
    const walked: WalkedField[] = [];
    for (const part of [below.slice(0, half), below.slice(half)]) {
      const selection = `${type.name}__${field}: ${field} ${this.selection(inner, depth - 1, part)}`;
      const answer = await this.ask(`{ root: ${root} { ... on ${type.name} { ${selection} } } }`);
      if (answer.errors?.some(({ extensions }) => TOO_MUCH.has(extensions.code))) return null;
      walked.push(...this.read(answer, type));
    }
    return walked;
  }

  private selection(type: GraphQLNamedType, depth: number, only?: readonly string[]): string {
    if (isUnionType(type) || isInterfaceType(type)) {
      const parts = this.schema
        .getPossibleTypes(type)
        .map((each) => `... on ${each.name} ${this.fieldsOf(each, depth)}`);
      return `{ __typename ${parts.join(" ")} }`;
    }
    return isObjectType(type) ? this.fieldsOf(type, depth, only) : "";
  }

  private fieldsOf(type: GraphQLNamedType, depth: number, only?: readonly string[]): string {
    const all = isObjectType(type) ? Object.values(type.getFields()) : [];
    const parts = all
      .filter(
        ({ name }) =>
          (only?.includes(name) ?? true) && !this.skipped.includes(`${type.name}.${name}`),
      )
      .flatMap((field) => this.part(type.name, field, depth));
    return `{ __typename ${parts.join(" ")} }`;
  }

  /** Each under the name of its type, because fields of the same name may have different types. */
  private part(owner: string, field: GraphQLField<unknown, unknown>, depth: number): string[] {
    const inner = getNamedType(field.type);
    const composite = isObjectType(inner) || isInterfaceType(inner) || isUnionType(inner);
    if (composite && depth === 0) return [];
    const given = this.arguments_[`${owner}.${field.name}`];
    return [
      `${owner}__${field.name}: ${field.name}${given ? `(${given})` : ""} ${this.selection(inner, depth - 1)}`,
    ];
  }

  private read({ data, errors = [] }: WalkAnswer, _type: GraphQLNamedType): WalkedField[] {
    const walked: WalkedField[] = errors.flatMap(({ path = [], extensions: { code } }) => {
      const name = path.filter((key): key is string => typeof key === "string").at(-1) ?? "";
      const [type, field] = name.split("__");
      return type && field ? [{ type, field, answer: "refused", code } as const] : [];
    });
    gather(data, walked);
    return walked;
  }
}

function gather(value: unknown, walked: WalkedField[]): void {
  if (Array.isArray(value)) return value.forEach((entry) => gather(entry, walked));
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const [type, field] = name.split("__");
    if (type && field) walked.push({ type, field, answer: inner === null ? "null" : "value" });
    gather(inner, walked);
  }
}
