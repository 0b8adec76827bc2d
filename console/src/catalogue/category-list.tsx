import { useWords } from "../language/language";

interface Category {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly isHidden?: boolean;
}

interface Props {
  readonly label: string;
  readonly all: Pick<Category, "name" | "count">;
  readonly among: readonly Category[];
  /** "" means all. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/**
 * What a list can be narrowed to: next to the list, or above it and scrolling sideways on a small
 * screen.
 */
export function CategoryList({ label, all, among, chosen, onChoose }: Props) {
  const { catalogue: words } = useWords();
  const entries: Category[] = [{ id: "", name: all.name, count: all.count }, ...among];
  return (
    <aside>
      <div className="card cats" role="group" aria-label={label}>
        {entries.map(({ id, name, count, isHidden = false }) => (
          <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span>
              {name}
              {isHidden && <span className="muted"> · {words.hidden}</span>}
            </span>
            <span className="n num">{count}</span>
          </button>
        ))}
      </div>
    </aside>
  );
}
