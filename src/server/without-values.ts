/**
 * graphql-js quotes its input: whole objects with names, phones and addresses. An answer travels
 * further than its request (into client logs and error trackers), so it says what is wrong and
 * where, but not with which value.
 */
export function withoutValues(message: string): string {
  const wrong = wrongVariable(message);
  if (wrong)
    return `Variable "$${wrong.place}" got an invalid value${wrong.reason ? `: ${wrong.reason}` : "."}`;
  return withoutValue(message);
}

/**
 * The invalid variable and the path within it: input.lines[0].quantity. undefined: the message is
 * not about variables.
 */
export function placeInVariables(message: string): string | undefined {
  return wrongVariable(message)?.place;
}

interface WrongVariable {
  /** The variable and the path within it: input.lines[0].quantity. */
  readonly place: string;
  /** Without the value; empty if the reason cannot be given without it. */
  readonly reason: string;
}

const BEGINNING = /^Variable "\$(\w{1,200})" got invalid value /;

/**
 * graphql-js writes the value, then the path within the variable if there is one, then the reason.
 */
function wrongVariable(message: string): WrongVariable | undefined {
  const [beginning, name] = BEGINNING.exec(message) ?? [];
  if (beginning === undefined || name === undefined) return undefined;
  const rest = message.slice(beginning.length);
  // Quotes within a value are escaped, so these are the first that graphql-js wrote itself.
  const way = WAY.exec(rest);
  if (way?.[1] === name)
    return {
      place: `${name}${way[2] ?? ""}`,
      reason: reasonOf(rest.slice(way.index + way[0].length)),
    };
  const reason = REASON_BEGINS.exec(rest);
  return { place: name, reason: reason ? reasonOf(rest.slice(reason.index + 2)) : "" };
}

const WAY = / at "(\w{1,200})((?:\.\w{1,100}|\[\d{1,9}\])+)"; /;
const REASON_BEGINS =
  /; (?:Field "|Expected |Value "|Enum "|Exactly one |\w{1,100} cannot represent )/;

const REASONS = [
  /^Field "\w{1,100}" of required type "[\w![\]]{1,200}" was not provided\./,
  /^Field "\w{1,100}" is not defined by type "\w{1,100}"\./,
  /^Expected non-nullable type "[\w![\]]{1,200}" not to be null\./,
  /^Expected type "\w{1,100}" to be an object\./,
  /^Exactly one key must be specified for OneOf type "\w{1,100}"\./,
];

/** Only the parts that consist of schema names. */
function reasonOf(text: string): string {
  for (const known of REASONS) {
    const reason = known.exec(text);
    if (reason) return reason[0];
  }
  const of =
    /^(\w{1,100}) cannot represent /.exec(text) ?? /^Expected type "(\w{1,100})"/.exec(text);
  if (of?.[1] !== undefined) return `${of[1]} cannot represent this value.`;
  const ofEnum =
    /^Enum "(\w{1,100})" cannot represent /.exec(text) ??
    / does not exist in "(\w{1,100})" enum\./.exec(text);
  return ofEnum?.[1] === undefined ? "" : `The value does not exist in "${ofEnum[1]}" enum.`;
}

function withoutValue(message: string): string {
  return message
    .replace(/ has invalid value [\s\S]*$/, " has an invalid value.")
    .replace(/^(\w+) cannot represent [\s\S]*$/, "$1 cannot represent this value.")
    .replace(/, (?:but )?found [\s\S]*$/, ".")
    .replace(
      /^Value "[\s\S]*" does not exist in "(\w+)" enum\./,
      'The value does not exist in "$1" enum.',
    )
    .replace(/^(Syntax Error: [^"]*)"[\s\S]*$/, "$1…");
}
