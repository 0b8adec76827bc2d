import { type DocumentNode, type ExecutionArgs, getOperationAST, GraphQLError } from "graphql";

import { type ErrorPlace } from "./unexpected-error";
import { type WrittenAnswer } from "./written-answer";

/** An operation as the client sent it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  /** Came with a method that must change nothing. */
  readonly readOnly?: boolean;
}

/** Where an error comes from, and in which language it is told: an Accept-Language header. */
export interface LivePlace extends ErrorPlace {
  readonly language?: string | undefined;
}

/** Who follows a subscription. */
export interface Follower {
  /** The socket or stream: what it holds is counted together. */
  readonly connection: object;
  readonly address: string;
}

/** How a subscription is followed. */
export interface Following<Answer> {
  readonly place: LivePlace;
  readonly follower: Follower;
  /** What is given of each answer and its event. */
  readonly toAnswer: (answer: WrittenAnswer, event: unknown) => Answer;
  /** The id of the event that the client has seen last: the subscription goes on after it. */
  readonly lastEventId?: string | undefined;
}

/** What else a client sends along would be kept for as long as its subscription lives. */
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
