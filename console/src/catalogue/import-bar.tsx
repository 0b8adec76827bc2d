import { useState } from "react";

import { type Action, useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { foundArticles } from "./found-articles";
import { IMPORT_FIELDS } from "./import-fields";
import { NewSectionButton } from "./new-section-button";
import {
  type CatalogueHeadAnswer,
  type ImportSectionInput,
  PlanImport,
  type PosItemsVariables,
} from "./operations";
import { rememberRequest, showPlan } from "./plan-request";
import { type Chosen } from "./use-chosen";

interface Props {
  readonly branchId: string;
  readonly sections: CatalogueHeadAnswer["sections"]["nodes"];
  readonly chosen: Chosen;
  /** What the list was requested with, so that all of it can be ticked. */
  readonly asked: PosItemsVariables;
  readonly found: number;
  readonly onSection: () => void;
}

/** Which fields of the ticked products to import, and where to; the answer is a plan. */
export function ImportBar({ branchId, sections, chosen, asked, found, onSection }: Props) {
  const { catalogue: words } = useWords();
  const [wanted, setWanted] = useState("");
  const sectionId = sections.find(({ id }) => id === wanted)?.id ?? sections[0]?.id ?? null;
  const action = useAction();
  const reason = whyNot(chosen, sectionId !== null, words);
  const made = (id: string) => {
    setWanted(id);
    onSection();
  };
  return (
    <div className="plan" role="group" aria-label={words.importTitle}>
      <Ticked chosen={chosen} asked={asked} found={found} />
      <span className="end row">
        <SectionChoice sections={sections} chosen={sectionId ?? ""} onChoose={setWanted} />
        <NewSectionButton branchId={branchId} onMade={made} />
        <Button
          look="main"
          isDisabled={reason !== null}
          isPending={action.isRunning}
          onPress={() => sectionId !== null && plan(action, branchId, sectionId, chosen)}
        >
          {action.isRunning ? words.planning(chosen.articles.size) : words.planImport}
        </Button>
      </span>
      {reason !== null && <span className="small muted why">{reason}</span>}
      <Outcome of={action} />
    </div>
  );
}

function plan({ run }: Action, branchId: string, sectionId: string, chosen: Chosen): void {
  run(async (gateway) => {
    const input = inputOf(branchId, sectionId, chosen);
    const { importSection } = await gateway.ask(PlanImport, { input });
    if (importSection.plan) {
      rememberRequest(importSection.plan.id, { kind: "IMPORT_SECTION", input });
      showPlan(importSection.plan.id);
    }
    return importSection;
  });
}

function SectionChoice(props: {
  sections: Props["sections"];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { catalogue: words } = useWords();
  return (
    <label className="row small soft into">
      <span className="desk-only">{words.into}</span>
      <select
        className="inp"
        aria-label={words.into}
        value={props.chosen}
        onChange={({ target }) => props.onChoose(target.value)}
      >
        {props.sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function whyNot(
  chosen: Chosen,
  hasSection: boolean,
  words: ReturnType<typeof useWords>["catalogue"],
) {
  if (chosen.articles.size === 0) return words.tickFirst;
  if (!hasSection) return words.sectionFirst;
  return chosen.fields.size === 0 ? words.fieldsFirst : null;
}

function inputOf(branchId: string, sectionId: string, chosen: Chosen): ImportSectionInput {
  const own = [...chosen.own].filter(([article]) => chosen.articles.has(article));
  return {
    branchId,
    sectionId,
    articles: [...chosen.articles],
    fields: [...chosen.fields],
    fieldsOf: own.map(([article, fields]) => ({ article, fields: [...fields] })),
  };
}

/** Fields to import for every ticked product without a selection of its own. */
export function FieldTicks({ chosen }: { chosen: Chosen }) {
  const { catalogue: words } = useWords();
  return (
    <div className="row fields" role="group" aria-label={words.fieldsTitle}>
      <span className="small muted">{words.fieldsTitle}</span>
      <div className="chips">
        {IMPORT_FIELDS.map((field) => (
          <label key={field} className="chip">
            <input
              className="tick"
              type="checkbox"
              checked={chosen.fields.has(field)}
              onChange={({ target }) => chosen.tickField(field, target.checked)}
            />
            {words.fields[field]}
          </label>
        ))}
      </div>
    </div>
  );
}

/** How many are ticked across all pages; all results can be ticked with one press. */
function Ticked({ chosen, asked, found }: Pick<Props, "chosen" | "asked" | "found">) {
  const { catalogue: words } = useWords();
  const action = useAction();
  const tickFound = () =>
    action.run(async (gateway) => {
      chosen.tick(await foundArticles(gateway, asked), true);
      return undefined;
    });
  return (
    <span className="nums">
      <span>
        {words.ticked} <b className="num">{chosen.articles.size}</b>
      </span>
      {found > chosen.articles.size && (
        <Button look="quiet" small isPending={action.isRunning} onPress={tickFound}>
          {words.tickFound(found)}
        </Button>
      )}
      {chosen.articles.size > 0 && (
        <Button look="quiet" small onPress={chosen.clear}>
          {words.untick}
        </Button>
      )}
      <Outcome of={action} />
    </span>
  );
}
