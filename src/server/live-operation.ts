import { type DocumentNode, type ExecutionArgs, getOperationAST, GraphQLError } from "graphql";

import { type ErrorPlace } from "./unexpected-error";
import { type WrittenAnswer } from "./written-answer";

/** An operation as the client sent it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  /** The request came with a method that must not change anything. */
  readonly readOnly?: boolean;
}

/** Where an error comes from, and the language of its message, as an Accept-Language header. */
export interface LivePlace extends ErrorPlace {
  readonly language?: string | undefined;
}

/** The follower of a subscription. */
export interface Follower {
  /** The socket or stream: everything it holds is counted together. */
  readonly connection: object;
  readonly address: string;
}

/** How to follow a subscription. */
export interface Following<Answer> {
  readonly place: LivePlace;
  readonly follower: Follower;
  /** Turns each answer and its event into what the follower receives. */
  readonly toAnswer: (answer: WrittenAnswer, event: unknown) => Answer;
  /** Id of the last event that the client has seen: the subscription continues after it. */
  readonly lastEventId?: string | undefined;
}

/** Anything else a client sends along would be retained for as long as its subscription lives. */
export function declaredVariables(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): Record<string, unknown> {
  const sent = variables ?? {};
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const names = declared
    .map(({ variable }) => variable.name.value)
    .filter((name) => Object.hasOwn(sent, name));
  return Object.fromEntries(names.map((name) => [name, sent[name]]));
}

export function asGraphQLError(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

export function isRefused(
  prepared: ExecutionArgs | readonly GraphQLError[],
): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared);
}
