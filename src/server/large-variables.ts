/** Usual messages are shorter, and kept as they are. */
const LARGE_MESSAGE = 2_048;

/**
 * The variables of a socket's large messages, until their operation is prepared. graphql-ws keeps
 * the text of a message for as long as its operation lives; so it gets none of what nobody needs to
 * keep: variables, most of which may not even be declared, extensions, and what is no part of the
 * protocol.
 */
export class LargeVariables {
  private readonly waiting = new Map<string, unknown>();

  /**
   * The message without them, or as it came where it is short, or graphql-ws's to refuse.
   *
   * @returns undefined: it is nested so deeply that nobody can write it down
   */
  leaveOut(text: string): string | undefined {
    if (text.length <= LARGE_MESSAGE) return text;
    try {
      const message = (JSON.parse(text) ?? {}) as Record<string, unknown>;
      return isOperation(message)
        ? this.withoutVariables(message)
        : JSON.stringify(withoutExtras(message));
    } catch (error) {
      return error instanceof SyntaxError ? text : undefined;
    }
  }

  /** Once per operation. undefined: none were left out. */
  take(id: string): Record<string, unknown> | undefined {
    const variables = this.waiting.get(id);
    this.waiting.delete(id);
    return variables as Record<string, unknown> | undefined;
  }

  private withoutVariables({ id, type, payload }: Operation): string {
    const { query, operationName, variables } = payload;
    if (variables) this.waiting.set(id, variables);
    return JSON.stringify({ id, type, payload: { query, operationName } });
  }
}

interface Operation {
  readonly id: string;
  readonly type: "subscribe";
  readonly payload: Readonly<Record<string, unknown>>;
}

function isOperation(message: object): message is Operation {
  const { id, type, payload } = message as Record<string, unknown>;
  if (
    type !== "subscribe" ||
    typeof id !== "string" ||
    typeof payload !== "object" ||
    payload === null
  )
    return false;
  const { variables } = payload as Record<string, unknown>;
  return variables === undefined || (typeof variables === "object" && !Array.isArray(variables));
}

function withoutExtras({ id, type, payload }: Record<string, unknown>): object {
  return { id, type, payload };
}
