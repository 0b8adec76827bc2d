/**
 * A GraphQL document together with the types of its answer and its variables, which exist only for
 * the compiler.
 */
export interface Operation<Answer, Variables> {
  readonly document: string;
  readonly types?: { readonly answer: Answer; readonly variables: Variables };
}
