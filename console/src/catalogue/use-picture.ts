import { type RefObject, useEffect, useState } from "react";

import { useBranch } from "../session/branch-choice";
import { useSession } from "../session/session";

export interface PictureOf {
  /** null when the dish has no article, and therefore no picture. */
  readonly article: string | null;
  /** Whose picture takes precedence: that of iiko's menu, or that of the catalogue. */
  readonly shelf: "pos" | "catalogue";
}

/** Starts loading a little before the picture comes into view. */
const AHEAD = "200px";

/** The URL of a dish's picture in this tab, once its place has come into view. */
export function usePicture(
  place: RefObject<HTMLElement | null>,
  { article, shelf }: PictureOf,
): string | undefined {
  const { gateway } = useSession();
  const { branchId } = useBranch();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const element = place.current;
    if (!element || article === null || branchId === null) return undefined;
    const leaving = new AbortController();
    let shown: string | undefined;
    const show = async () => {
      const picture = await gateway.picture(shelf, branchId, article, leaving.signal);
      if (picture === null || leaving.signal.aborted) return;
      shown = URL.createObjectURL(picture);
      setUrl(shown);
    };
    const sight = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting !== true) return;
        sight.disconnect();
        void show();
      },
      { rootMargin: AHEAD },
    );
    sight.observe(element);
    return () => {
      sight.disconnect();
      leaving.abort();
      setUrl(undefined);
      if (shown !== undefined) URL.revokeObjectURL(shown);
    };
  }, [place, gateway, branchId, article, shelf]);
  return url;
}
