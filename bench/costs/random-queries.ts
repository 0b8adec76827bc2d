import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";

import { type Random } from "../../scripts/proof/random";
import { allFields, copyOf, type QueryField } from "./query-tree";

const DEEPEST = 13;
const MOST_FIELDS_AT_FIRST = 5;
const PAGES = ["1", "3", "10", "20", "50", "100", "100", "100", "100"];
/** These are refused every time. */
const NO_PAGES = ["-1", "101"];
/** What strangers may not see is refused, along with most of the answer. */
const FORBIDDEN = new Set(["settings", "health", "changes", "fieldSources"]);
const SOMETIMES = 0.04;
/** What strangers may query; everything else is refused before it costs anything. */
const ROOTS = [
  "menu",
  "menu",
  "menu",
  "sections",
  "sections",
  "products",
  "products",
  "branches",
  "branch",
];

/** The values that arguments are chosen from. */
export interface Choices {
  readonly branchIds: readonly string[];
  readonly articles: readonly string[];
  /** Words that occur in names, and words that no name contains. */
  readonly words: readonly string[];
  /** Passed as variables, each by its position; of different lengths. */
  readonly lists: readonly (readonly string[])[];
}

/**
 * Queries of the public schema that nobody would write by hand, and the ways in which one can be
 * changed.
 */
export class RandomQueries {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly choices: Choices,
  ) {}

  query(): QueryField[] {
    const fields = this.schema.getQueryType()?.getFields() ?? {};
    const count = this.random.chance(0.7) ? 1 : this.whole(2, 5);
    return Array.from({ length: count }, () =>
      this.field(fields[this.random.one(ROOTS)]!, 1),
    ).reduce(
      (all: QueryField[], field) => [...all, ...(all.some(sameAs(field)) ? [] : [field])],
      [],
    );
  }

  /** Returns the same query with one or two things changed, mostly to ask for more. */
  changed(query: readonly QueryField[]): QueryField[] {
    const copy = copyOf(query);
    for (let times = this.whole(1, 3); times > 0; times -= 1) this.change(copy);
    return copy;
  }

  private change(query: QueryField[]): void {
    const all = allFields(query);
    const field = this.random.one(all);
    const changes: (() => unknown)[] = [
      () => (field.copies = Math.min(field.copies + this.whole(1, 8), 55)),
      () => (field.copies = Math.max(1, field.copies >> 1)),
      () => this.widen(field, depthOf(query, field)),
      () => this.widen(field, depthOf(query, field)),
      () => field.below.length > 1 && field.below.splice(this.whole(0, field.below.length), 1),
      () => Object.assign(field.args, this.args(field.definition)),
      () => (field.form = this.form()),
    ];
    this.random.one(changes)();
  }

  private widen(field: QueryField, depth: number): void {
    if (!isObjectType(field.type)) return;
    const asked = new Set(field.below.map(({ definition }) => definition.name));
    const others = this.askable(field.type).filter(({ name }) => !asked.has(name));
    if (others.length > 0) field.below.push(this.field(this.random.one(others), depth + 1));
  }

  private field(definition: GraphQLField<unknown, unknown>, depth: number): QueryField {
    const type = getNamedType(definition.type);
    const copies = this.random.chance(0.15) ? this.whole(2, 12) : 1;
    const below = isObjectType(type) ? this.set(type, depth + 1) : [];
    return { definition, type, args: this.args(definition), copies, form: this.form(), below };
  }

  private set(type: GraphQLObjectType, depth: number): QueryField[] {
    const fields = this.askable(type);
    const leaves = fields.filter(({ type: output }) => !isObjectType(getNamedType(output)));
    const from = depth >= DEEPEST || (depth > 6 && this.random.chance(0.4)) ? leaves : fields;
    if (from.length === 0) return this.set(type, 0);
    const count = Math.min(this.whole(1, MOST_FIELDS_AT_FIRST), from.length);
    const chosen = new Set(Array.from({ length: count }, () => this.random.one(from)));
    return [...chosen].map((each) => this.field(each, depth));
  }

  private askable(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
    const all = Object.values(type.getFields());
    return this.random.chance(SOMETIMES) ? all : all.filter(({ name }) => !FORBIDDEN.has(name));
  }

  private args({ args }: GraphQLField<unknown, unknown>): Record<string, string> {
    const values = args.map(({ name }) => [name, this.value(name)] as const);
    return Object.fromEntries(
      values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }

  private value(name: string): string | undefined {
    const { random, choices } = this;
    switch (name) {
      case "branchId":
      case "id":
        return JSON.stringify(random.one(choices.branchIds));
      case "article":
        return JSON.stringify(random.one(choices.articles));
      case "first":
        return random.one(random.chance(SOMETIMES) ? NO_PAGES : PAGES);
      case "availableOnly":
        return random.chance(0.3) ? "true" : undefined;
      case "articles":
        return random.chance(0.25) ? `$${this.whole(0, choices.lists.length)}` : undefined;
      case "search":
        return random.chance(0.3) ? this.search() : undefined;
      case "after":
        return random.chance(0.1) ? this.cursor() : undefined;
      default:
        return undefined;
    }
  }

  private cursor(): string {
    const place = this.random.chance(0.2) ? "nowhere" : `p${this.whole(0, 2_000)}`;
    return JSON.stringify(Buffer.from(place).toString("base64url"));
  }

  private search(): string {
    const words = Array.from({ length: this.whole(1, 9) }, () =>
      this.random.one(this.choices.words),
    );
    return JSON.stringify(words.join(" ").slice(0, 100));
  }

  private form(): QueryField["form"] {
    return this.random.one(["set", "set", "set", "inline", "fragment"]);
  }

  private whole(low: number, high: number): number {
    return Math.floor(this.random.between(low, high));
  }
}

function sameAs({ definition }: QueryField): (other: QueryField) => boolean {
  return (other) => other.definition.name === definition.name;
}

/** Counted from 1 at the root. */
function depthOf(fields: readonly QueryField[], wanted: QueryField, depth = 1): number {
  for (const field of fields) {
    if (field === wanted) return depth;
    const below = depthOf(field.below, wanted, depth + 1);
    if (below > 0) return below;
  }
  return 0;
}
