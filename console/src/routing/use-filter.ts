import { useCallback } from "react";

import { go, useAddress } from "./use-address";

/**
 * One filter of a room, kept in the address, so that a link shows a colleague the same. A typed
 * value replaces the address; a choice is a step that «back» undoes.
 *
 * @returns "" when the address does not contain the filter
 */
export function useFilter(
  name: string,
  how: "push" | "replace" = "push",
): readonly [string, (value: string) => void] {
  const { query } = useAddress();
  const choose = useCallback(
    (value: string) => {
      const now = new URLSearchParams(location.search);
      if (value === "") now.delete(name);
      else now.set(name, value);
      const search = now.toString();
      go(search === "" ? location.pathname : `${location.pathname}?${search}`, how);
    },
    [name, how],
  );
  return [query.get(name) ?? "", choose];
}
