import { type GraphQLScalarType } from "graphql";
import { type ClassType, Field, Int, ObjectType } from "type-graphql";

import { NOT_OF_LIST, notBetween } from "../../domain/errors/thrown-texts";
import { InvalidInput } from "../../errors";

@ObjectType({ simpleResolvers: true, description: "Position of a page in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are entries after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there are entries before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first entry of the page; null if the page is empty.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty.",
  })
  endCursor!: string | null;
}

export interface Connection<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
}

type ScalarType = StringConstructor | GraphQLScalarType;

/**
 * Returns the GraphQL types <name>Connection and <name>Edge for one node type: the same shape
 * everywhere.
 */
export function connectionOf<T extends object>(
  name: string,
  nodeType: ClassType<T>,
  cursorType: ScalarType = String,
) {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: "One entry of a page and its position in the list.",
  })
  class EdgeOfNode {
    @Field(() => cursorType, {
      description:
        "Position of the entry in the list. Pass it as `after` to get the entries that follow.",
    })
    cursor!: string;

    @Field(() => nodeType, { description: "The entry." })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: "One page of a list." })
  class ConnectionOfNodes implements Connection<T> {
    @Field(() => [nodeType], {
      description: "The entries of the page without their cursors.",
    })
    nodes!: T[];

    @Field(() => [EdgeOfNode], { description: "The entries of the page, each with its cursor." })
    edges!: EdgeOfNode[];

    @Field(() => PageInfo, {
      description: "Position of the page in the list, and how to get the next page.",
    })
    pageInfo!: PageInfo;
  }
  return ConnectionOfNodes;
}

/** The same with `totalCount`, for lists that are counted anyway, fully or up to a limit. */
export function countedConnectionOf<T extends object>(
  name: string,
  nodeType: ClassType<T>,
  description = "Total number of entries on all pages.",
) {
  const ConnectionOfNodes = connectionOf(name, nodeType);
  Field(() => Int, { description })(ConnectionOfNodes.prototype, "totalCount");
  return ConnectionOfNodes;
}

export const MAX_PAGE = 100;

/**
 * Returns one page of a list that is already in memory. The cursor is the position in the list.
 *
 * @param toNode what clients see of a row; the row itself if omitted
 * @throws {InvalidInput} if `first` is outside 0–100 or the cursor is not ours
 */
export function pageOf<T>(
  all: readonly T[],
  first: number,
  after: string | null | undefined,
): Connection<T>;
export function pageOf<Row, T>(
  all: readonly Row[],
  first: number,
  after: string | null | undefined,
  toNode: (row: Row) => T,
): Connection<T>;
export function pageOf<Row, T>(
  all: readonly Row[],
  first: number,
  after: string | null | undefined,
  toNode?: (row: Row) => T,
): Connection<Row | T> {
  const start = rowsAsked(first, after).after + 1;
  const edges = all.slice(start, start + first).map((row, index) => {
    return { cursor: cursorAt(start + index), node: toNode ? toNode(row) : row };
  });
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: {
      hasNextPage: start + first < all.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Returns the page, and the length of the list that it belongs to. */
export function counted<T>(
  all: readonly unknown[],
  { nodes, edges, pageInfo }: Connection<T>,
): Connection<T> & { totalCount: number } {
  return { nodes, edges, pageInfo, totalCount: all.length };
}

/**
 * Returns what to query for one page of rows that the database orders by position: the rows after
 * one position (-1: from the start), one more than the page holds, to find out whether there is
 * another page.
 *
 * @throws {InvalidInput} as for `pageOf`
 */
export function rowsAsked(
  first: number,
  after: string | null | undefined,
): { after: number; limit: number } {
  return { after: after ? positionOf(after) : -1, limit: mostAsked(first) + 1 };
}

/** @throws {InvalidInput} if `first` is outside 0–100 */
export function mostAsked(first: number): number {
  if (first < 0 || first > MAX_PAGE) throw new InvalidInput(notBetween("first", 0, MAX_PAGE));
  return first;
}

/** Returns the page of the rows that `rowsAsked` requested. */
export function pageOfRows<Row extends { readonly position: number }, T>(
  rows: readonly Row[],
  first: number,
  after: string | null | undefined,
  toNode: (row: Row) => T,
): Connection<T> {
  return pageOfFound(rows, first, after, (row) => ({
    cursor: cursorAt(row.position),
    node: toNode(row),
  }));
}

/** Returns the page of a list that was queried with one row more than the page holds. */
export function pageOfFound<Row, T>(
  found: readonly Row[],
  first: number,
  after: string | null | undefined,
  toEdge: (row: Row) => { cursor: string; node: T },
): Connection<T> {
  const edges = found.slice(0, first).map(toEdge);
  const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: Boolean(after),
      startCursor,
      endCursor,
    },
  };
}

function cursorAt(position: number): string {
  return Buffer.from(`p${position}`).toString("base64url");
}

/** Returns whether a cursor belongs to a list that counts its positions. */
export function isPositionCursor(cursor: string): boolean {
  return readPosition(cursor) !== undefined;
}

function positionOf(cursor: string): number {
  const position = readPosition(cursor);
  if (position === undefined) throw new InvalidInput(NOT_OF_LIST);
  return position;
}

function readPosition(cursor: string): number | undefined {
  const match = /^p(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString());
  return match ? Number(match[1]) : undefined;
}
