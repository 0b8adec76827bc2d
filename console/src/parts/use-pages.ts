import { useEffect, useRef, useState } from "react";

import { type GatewayFailure } from "../gateway/gateway-failure";
import { type Operation } from "../gateway/operation";
import { useAnswer } from "../gateway/use-answer";
import { type Pages } from "./pager";

interface Page<Row> {
  /** Omitted when the list is not counted. */
  readonly totalCount?: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Paged<Answer, Row> {
  readonly answer: Answer | undefined;
  readonly rows: readonly Row[];
  readonly pages: Pages;
  readonly failure: GatewayFailure | undefined;
  readonly isAsking: boolean;
  readonly ask: () => void;
}

/**
 * Loads a long list one page at a time, so that ten thousand rows cost no more than fifty. A
 * different request starts at the first page. @param pageOf returns the list within the answer
 */
export function usePages<
  Answer,
  Row,
  Variables extends { readonly after?: string | null | undefined },
>(
  operation: Operation<Answer, Variables>,
  asked: Variables,
  pageOf: (answer: Answer) => Page<Row> | null | undefined,
): Paged<Answer, Row> {
  const question = JSON.stringify(asked);
  const [way, setWay] = useState<readonly { cursor: string; before: number }[]>([]);
  useEffect(() => setWay([]), [question]);
  const after = way.at(-1)?.cursor ?? null;
  const { answer: newest, failure, isAsking, ask } = useAnswer(operation, { ...asked, after });
  // What is on the screen stays until the next page arrives.
  const last = useRef(newest);
  if (newest !== undefined) last.current = newest;
  const answer = newest ?? last.current;
  const page = answer && pageOf(answer);
  const before = way.at(-1)?.before ?? 0;
  const shown = page?.nodes.length ?? 0;
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const go = (next: typeof way) => {
    setWay(next);
    document.getElementById("main")?.scrollIntoView();
  };
  const pages: Pages = {
    before,
    shown,
    all: page?.totalCount ?? before + shown,
    onNext: cursor === null ? null : () => go([...way, { cursor, before: before + shown }]),
    onPrevious: way.length === 0 ? null : () => go(way.slice(0, -1)),
  };
  return { answer, rows: page?.nodes ?? [], pages, failure, isAsking, ask };
}
