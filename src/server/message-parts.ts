/** Longer messages are always taken apart, whatever they are. */
const LARGE_MESSAGE = 2_048;
const MAY_BE_OPERATION = '"subscribe"';

/** The parts of an operation as its client sent it. */
export interface OperationParts {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/**
 * The parts of a socket's last operation, until it is prepared. graphql-ws keeps the text of a
 * message for as long as its operation lives, so we remove everything that need not be kept: the
 * document, of which one copy serves all, variables, most of which may not even be declared,
 * extensions, and anything that is not part of the protocol.
 */
export class MessageParts {
  private last: { readonly id: string; readonly parts: OperationParts } | undefined;

  /**
   * Returns the message without those parts, or unchanged if it is for graphql-ws to refuse, or if
   * it is short and not an operation.
   *
   * @returns undefined if it is nested too deeply to be serialised
   */
  leaveOut(text: string): string | undefined {
    if (text.length <= LARGE_MESSAGE && !text.includes(MAY_BE_OPERATION)) return text;
    try {
      const message = (JSON.parse(text) ?? {}) as Record<string, unknown>;
      if (isOperation(message)) return this.withoutParts(message);
      return text.length <= LARGE_MESSAGE ? text : JSON.stringify(withoutExtras(message));
    } catch (error) {
      return error instanceof SyntaxError ? text : undefined;
    }
  }

  /** Call once per operation, in the same turn. undefined: no parts were left out. */
  take(id: string): OperationParts | undefined {
    const { last } = this;
    this.last = undefined;
    return last?.id === id ? last.parts : undefined;
  }

  private withoutParts({ id, type, payload }: Operation): string {
    const { query, operationName, variables } = payload;
    this.last = { id, parts: { query, variables } };
    return JSON.stringify({ id, type, payload: { query: "", operationName } });
  }
}

interface Operation {
  readonly id: string;
  readonly type: "subscribe";
  readonly payload: OperationParts & { readonly operationName?: unknown };
}

function isOperation(message: object): message is Operation {
  const { id, type, payload } = message as Record<string, unknown>;
  if (type !== "subscribe" || typeof id !== "string" || !isObject(payload)) return false;
  const { query, variables, extensions } = payload as Record<string, unknown>;
  return typeof query === "string" && [variables, extensions].every(isObjectOrNothing);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isObjectOrNothing(value: unknown): boolean {
  return value === undefined || value === null || isObject(value);
}

function withoutExtras({ id, type, payload }: Record<string, unknown>): object {
  return { id, type, payload };
}
