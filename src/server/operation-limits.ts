import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** Of one document, in UTF-16 units. The longest of our own, a whole menu with every detail, has 3,000. */
const MAX_DOCUMENT_LENGTH = 20_000;
/** Lexical tokens of one document, without comments; the parser stops there, before any rule runs. GraphiQL's introspection has 700. */
export const MAX_TOKENS = 5_000;
/** Nested fields, fragments expanded. GraphiQL's introspection is exactly this deep (`ofType` nine times). */
const MAX_DEPTH = 15;
/** Fields of one operation, fragments expanded: bounds what doubling fragments can ask for. */
const MAX_FIELDS = 1_500;
const MAX_ROOT_FIELDS = 30;
/** The same field at the root, aliased or not: each is a guess at a token, a phone, a number. */
const MAX_SAME_ROOT_FIELD = 10;
const MAX_ALIASES = 60;
/** Of an alias: it stands in the answer with every row. */
const LONGEST_ALIAS = 100;
const MAX_DIRECTIVES = 40;
/** Names become parts of keys and of lines in the log. */
export const LONGEST_OPERATION_NAME = 200;
/** Longer chains overflow the stack of graphql-js's own cycle rule (graphql 16.15). */
const MAX_FRAGMENTS = 100;
/** graphql-js stops validation here; also bounds the answer to a query full of mistakes. */
export const MAX_VALIDATION_ERRORS = 20;

export const TOO_COMPLEX = "TOO_COMPLEX";

/** Of a document that nobody needs: names no limit and no measure. */
export function tooComplex(): GraphQLError {
  return new GraphQLError("The operation is too complex", { extensions: { code: TOO_COMPLEX } });
}

/** What an operation would cost, by the measure of which it asks too much. */
interface Excess {
  readonly measure: string;
  readonly cost: number;
  readonly limit: number;
}

/** Tells who asks for too much data how much less would be answered: menus are of different sizes. */
export function tooCostly({ measure, cost, limit }: Excess): GraphQLError {
  const extensions = { code: TOO_COMPLEX, measure: measure.toUpperCase(), cost, limit };
  return new GraphQLError(`The operation asks for too many ${measure}: ${cost} of at most ${limit}`, { extensions });
}

/** Is a document too long even to be parsed? Comments cost memory that no other limit counts. */
export function isTooLong(document: unknown): boolean {
  return typeof document === "string" && document.length > MAX_DOCUMENT_LENGTH;
}

export function isNameTooLong(operationName: unknown): boolean {
  return typeof operationName === "string" && operationName.length > LONGEST_OPERATION_NAME;
}

/**
 * Validation rule for both transports: refuses a document that asks for too much. Linear in its length, because every
 * fragment is weighed once. Needs `maxErrors: MAX_VALIDATION_ERRORS` to spare the slower rules.
 */
export function operationLimits(context: ValidationContext): ASTVisitor {
  return {
    Document: {
      enter(document) {
        if (!isTooComplex(document)) return;
        // Rules run side by side and graphql-js has no way to stop the others but the limit of errors. Without this the
        // overlap rule alone takes 100 ms for a document within the token limit.
        const error = tooComplex();
        for (let reported = 0; reported <= MAX_VALIDATION_ERRORS; reported++) context.reportError(error);
      },
    },
  };
}

/** What a selection set asks for once its fragments are expanded. */
interface Weight {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** How often each field stands at the top of the set. */
  readonly top: ReadonlyMap<string, number>;
}

const NOTHING: Weight = { depth: 0, fields: 0, aliases: 0, directives: 0, top: new Map() };

function isTooComplex(document: DocumentNode): boolean {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  if (fragments.length > MAX_FRAGMENTS) return true;
  const scale = new Scale(fragments);
  return document.definitions.some((definition) => {
    // A fragment nobody spreads is still compared field by field by graphql-js.
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return exceeds(scale.weighFragment(definition.name.value));
    if (definition.kind !== Kind.OPERATION_DEFINITION) return false;
    if (isNameTooLong(definition.name?.value)) return true;
    const weight = scale.weigh(definition.selectionSet, [
      ...(definition.directives ?? []),
      ...(definition.variableDefinitions ?? []).flatMap((variable) => variable.directives ?? []),
    ]);
    return exceeds(weight) || exceedsAtRoot(weight.top);
  });
}

function exceeds({ depth, fields, aliases, directives }: Weight): boolean {
  return depth > MAX_DEPTH || fields > MAX_FIELDS || aliases > MAX_ALIASES || directives > MAX_DIRECTIVES;
}

function exceedsAtRoot(top: ReadonlyMap<string, number>): boolean {
  const counts = [...top.values()];
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all > MAX_ROOT_FIELDS || counts.some((count) => count > MAX_SAME_ROOT_FIELD);
}

class Scale {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly weighed = new Map<string, Weight>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  weigh(set: SelectionSetNode, directives: readonly DirectiveNode[] = []): Weight {
    const sum = { depth: 0, fields: 0, aliases: 0, directives: directives.length, top: new Map<string, number>() };
    for (const selection of set.selections) {
      const weight = this.weighSelection(selection);
      sum.depth = Math.max(sum.depth, weight.depth);
      sum.fields += weight.fields;
      sum.aliases += weight.aliases;
      sum.directives += weight.directives + (selection.directives?.length ?? 0);
      for (const [name, count] of weight.top) sum.top.set(name, (sum.top.get(name) ?? 0) + count);
    }
    return sum;
  }

  weighFragment(name: string): Weight {
    const known = this.weighed.get(name);
    if (known) return known;
    // A cycle finds this entry and ends; graphql-js then refuses it by name.
    this.weighed.set(name, NOTHING);
    const fragment = this.fragments.get(name);
    const weight = fragment ? this.weigh(fragment.selectionSet, fragment.directives) : NOTHING;
    this.weighed.set(name, weight);
    return weight;
  }

  private weighSelection(selection: SelectionNode): Weight {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.weighFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.weigh(selection.selectionSet);
    return this.weighField(selection);
  }

  private weighField(field: FieldNode): Weight {
    const below = field.selectionSet ? this.weigh(field.selectionSet) : NOTHING;
    const alias = field.alias?.value.length ?? 0;
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      // One that is too long is as bad as too many.
      aliases: below.aliases + (alias > LONGEST_ALIAS ? MAX_ALIASES + 1 : Math.sign(alias)),
      directives: below.directives,
      top: new Map([[field.name.value, 1]]),
    };
  }
}
