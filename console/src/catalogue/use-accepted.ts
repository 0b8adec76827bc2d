import { useState } from "react";

import { type Plan } from "./operations";

export interface Accepted {
  readonly has: (article: string) => boolean;
  readonly accept: (article: string, isOn: boolean) => void;
  readonly acceptAll: () => void;
  /** How many rows still wait for a «yes». */
  readonly left: number;
}

/** Which of the rows stopped by a guard the user has said «yes» to, row by row. */
export function useAccepted({ stopped: { totalCount } }: Plan): Accepted {
  const [isAll, setIsAll] = useState(false);
  const [articles, setArticles] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (article) => isAll || articles.has(article),
    accept: (article, isOn) => {
      setIsAll(false);
      setArticles((before) => {
        const after = new Set(before);
        if (isOn) after.add(article);
        else after.delete(article);
        return after;
      });
    },
    acceptAll: () => setIsAll(true),
    left: isAll ? 0 : totalCount - articles.size,
  };
}
