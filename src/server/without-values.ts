/**
 * graphql-js quotes what it was sent: whole inputs with names, phones and addresses. An answer travels further than its
 * question (into logs of clients and error trackers), so it says what is wrong and where, not with which value.
 */
export function withoutValues(message: string): string {
  return message
    .replace(/ got invalid value [\s\S]*$/, " got an invalid value.")
    .replace(/ has invalid value [\s\S]*$/, " has an invalid value.")
    .replace(/^(\w+) cannot represent [\s\S]*$/, "$1 cannot represent this value.")
    .replace(/, (?:but )?found [\s\S]*$/, ".")
    .replace(/^Value "[\s\S]*" does not exist in "(\w+)" enum\./, 'The value does not exist in "$1" enum.')
    .replace(/^(Syntax Error: [^"]*)"[\s\S]*$/, "$1…");
}
