import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, type OperationDefinitionNode, parse } from "graphql";

/** Opens a new tab next to those that are open. */
export function useOpenTab(): (query: string, variables: object) => void {
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  return (query, variables) => {
    const text = JSON.stringify(variables, null, 2);
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter(
      (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
    );
    const operationName = operations[0]?.name?.value ?? "";
    // A subscription of the previous tab would keep writing into this one.
    actions.stop();
    actions.addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(text);
    actions.updateActiveTabValues({ query, variables: text, operationName });
    // GraphiQL works that out on its own a moment later; until then it would run the previous tab's
    // operation.
    actions.setOperationFacts({ documentAST, operations, operationName });
  };
}
