import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { useAddress } from "../routing/use-address";

/** Whether that is good news, and where the search looked. */
export function NothingFound() {
  const { order: words } = useWords();
  const { query } = useAddress();
  const typed = query.get("q") ?? "";
  if (typed !== "") {
    return (
      <EmptyState picture="nothing" title={words.noneFound(typed)}>
        {words.noneLead}
      </EmptyState>
    );
  }
  const isWaiting = query.get("show") === "waiting";
  return (
    <EmptyState
      picture={isWaiting ? "done" : "nothing"}
      title={isWaiting ? words.noneWaiting : words.none}
    />
  );
}
