import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { writtenIn } from "../parts/written-in";
import { NewSection } from "./operations";

interface Props {
  readonly branchId: string;
  readonly onMade: (id: string) => void;
}

export function NewSectionButton({ branchId, onMade }: Props) {
  const { catalogue: words } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction();
  const make = (name: string) => {
    setIsAsking(false);
    action.run(async (gateway) => {
      const { createSection } = await gateway.ask(NewSection, { branchId, name });
      if (createSection.section) onMade(createSection.section.id);
      return createSection;
    });
  };
  return (
    <>
      <Button isPending={action.isRunning} onPress={() => setIsAsking(true)}>
        {words.newSection}
      </Button>
      <Outcome of={action} />
      {isAsking && (
        <Question
          title={words.newSectionTitle}
          consequence={words.newSectionQuestion}
          no={words.cancel}
          yes={words.newSectionYes}
          onNo={() => setIsAsking(false)}
          onYes={(fields) => make(writtenIn(fields, "name"))}
        >
          <label className="field">
            <span className="label">{words.sectionName}</span>
            <input className="inp" name="name" required maxLength={100} autoComplete="off" />
          </label>
        </Question>
      )}
    </>
  );
}
