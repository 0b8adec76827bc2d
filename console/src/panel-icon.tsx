import { useWords } from "./language/language";
import { type PanelName } from "./parts/panel";

/** On a grid of 24 units. */
const STROKES: Record<PanelName, string> = {
  tasks: "M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11",
  setUp: "M12 3v4M12 17v4M3 12h4M17 12h4M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7",
  orders: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  catalogue: "M4 5h7v14H4zM13 5h7v14h-7M6.5 9h2M15.5 9h2",
  jobs: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 3",
};

/** A panel's sign in the side bar, with its name below. */
export function panelIcon(name: PanelName) {
  return function PanelIcon() {
    const { panels } = useWords();
    return (
      <span className="panel-icon" aria-hidden="true">
        <svg
          viewBox="0 0 24 24"
          width="22"
          height="22"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
        >
          <path d={STROKES[name]} strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        {panels[name]}
      </span>
    );
  };
}
