import { useWords } from "../language/language";
import { type PanelName } from "../parts/panel";

const STROKES = "M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11";

/** A panel's icon in GraphiQL's side bar, with its name below. */
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
          <path d={STROKES} strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        {panels[name]}
      </span>
    );
  };
}
