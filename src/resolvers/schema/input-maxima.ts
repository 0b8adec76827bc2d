import {
  getNamedType,
  type GraphQLArgument,
  GraphQLID,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  valueFromASTUntyped,
} from "graphql";

export type Input = GraphQLArgument | GraphQLInputField;

/**
 * The maximum that an argument or an input field accepts; undefined: not applicable, or never
 * stated.
 */
export interface Maximum {
  /** For a text, or for each text in a list. */
  readonly characters: number | undefined;
  readonly items: number | undefined;
  /** It is only stated here: a use case refuses anything above it, in its own words. */
  readonly asUserError: boolean;
}

const DIRECTIVE = "atMost";
const CHARACTERS_OF_AN_ID = 100;
const ITEMS_OF_ENUMS = 100;

/**
 * Returns what the directive @atMost next to the definition says, otherwise the usual maximum for
 * the type.
 */
export function maximumOf({ astNode, type }: Input): Maximum {
  const directive = astNode?.directives?.find(({ name }) => name.value === DIRECTIVE);
  const said = new Map(
    directive?.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const inner = getNamedType(type);
  const characters =
    said.get("characters") ?? (inner === GraphQLID ? CHARACTERS_OF_AN_ID : undefined);
  const items =
    said.get("items") ?? (isList(type) && isEnumType(inner) ? ITEMS_OF_ENUMS : undefined);
  return {
    characters: characters as number | undefined,
    items: items as number | undefined,
    asUserError: said.get("asUserError") === true,
  };
}

/**
 * Returns the arguments and input fields, as schema coordinates, that would accept a text or a list
 * of any length.
 */
export function findUnbounded(schema: GraphQLSchema): string[] {
  return [...inputsOf(schema)]
    .filter(([, input]) => isUnbounded(input))
    .map(([coordinate]) => coordinate);
}

/** States the maximum in the description of every argument and input field. */
export function stateMaxima(schema: GraphQLSchema): void {
  for (const input of inputsOf(schema).values()) {
    const parts = [input.description, statementOf(input)].filter(Boolean);
    input.description = parts.length > 0 ? parts.join(" ") : null;
  }
}

/** Returns every argument and every input field by its schema coordinate. */
export function inputsOf(schema: GraphQLSchema): Map<string, Input> {
  const inputs = new Map<string, Input>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        inputs.set(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const { name, args } of Object.values(type.getFields()))
        for (const arg of args) inputs.set(`${type.name}.${name}(${arg.name}:)`, arg);
    }
  }
  return inputs;
}

function isUnbounded(input: Input): boolean {
  const { characters, items } = maximumOf(input);
  return (
    (isOfTexts(input.type) && characters === undefined) ||
    (isList(input.type) && items === undefined)
  );
}

/** Other scalars enforce their own limits when they are parsed. */
function isOfTexts(type: GraphQLInputType): boolean {
  const inner = getNamedType(type);
  return inner === GraphQLString || inner === GraphQLID;
}

function isList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function statementOf(input: Input): string {
  const { characters, items } = maximumOf(input);
  const texts =
    isOfTexts(input.type) && characters !== undefined ? inWords(characters, "characters") : "";
  if (!isList(input.type) || items === undefined) return texts && `At most ${texts}.`;
  return `At most ${inWords(items, "items")}${texts && ` of at most ${texts} each`}.`;
}

/** Formats it as "1,000 items". */
export function inWords(count: number, what: "characters" | "items"): string {
  return `${count.toLocaleString("en-US")} ${what}`;
}
