import { type FormEvent, useState } from "react";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Choice } from "../parts/choice";
import { Outcome } from "../parts/outcome";
import { articlesOf } from "./articles-of";
import { FieldChoice } from "./field-choice";
import { NewSectionButton } from "./new-section-button";
import { type CatalogueAnswer, type ImportField, type Plan, PlanImport } from "./operations";

interface Props {
  readonly branchId: string;
  readonly categories: NonNullable<CatalogueAnswer["posMenu"]>["categories"];
  readonly sections: CatalogueAnswer["sections"]["nodes"];
  readonly onSection: () => void;
  readonly onPlan: (plan: Plan | null) => void;
}

/**
 * Which category of the POS's menu goes into which section; the answer is a plan, nothing is
 * changed.
 */
export function ImportForm({ branchId, categories, sections, onSection, onPlan }: Props) {
  const { catalogue: words } = useWords();
  const action = useAction();
  const [categoryId, setCategoryId] = useState(categories[0]?.id ?? "");
  const [wanted, setSectionId] = useState<string>();
  const sectionId = sections.find(({ id }) => id === wanted)?.id ?? sections[0]?.id ?? "";
  const plan = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget).getAll("field") as ImportField[];
    action.run(async (gateway) => {
      const articles = await articlesOf(gateway, branchId, categoryId);
      const input = { branchId, sectionId, articles, fields };
      const { importSection } = await gateway.ask(PlanImport, { input });
      onPlan(importSection.plan);
      return importSection;
    });
  };
  const show = (id: string) => {
    setSectionId(id);
    onSection();
  };
  const { from, into } = choicesOf(categories, sections);
  return (
    <div className="card">
      <h2>{words.importTitle}</h2>
      <form className="fields" onSubmit={plan}>
        <Choice label={words.from} value={categoryId} among={from} onChoose={setCategoryId} />
        <Choice label={words.into} value={sectionId} among={into} onChoose={setSectionId} />
        <FieldChoice />
        <button type="submit" className="primary" disabled={action.isRunning || sectionId === ""}>
          {action.isRunning ? words.planning : words.planImport}
        </button>
      </form>
      <NewSectionButton branchId={branchId} onMade={show} />
      <Outcome of={action} />
    </div>
  );
}

function choicesOf(categories: Props["categories"], sections: Props["sections"]) {
  return {
    from: categories.map(({ id, name, itemCount }) => ({
      value: id,
      label: `${name} (${itemCount})`,
    })),
    into: sections.map(({ id, name }) => ({ value: id, label: name })),
  };
}
