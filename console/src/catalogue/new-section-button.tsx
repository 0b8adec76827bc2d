import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { AskedOnce } from "../parts/asked-once";
import { Field } from "../parts/field";
import { Outcome } from "../parts/outcome";
import { writtenIn } from "../parts/written-in";
import { NewSection } from "./operations";

export function NewSectionButton({
  branchId,
  onMade,
}: {
  branchId: string;
  onMade: (id: string) => void;
}) {
  const { catalogue: words } = useWords();
  const action = useAction();
  const make = (name: string) =>
    action.run(async (gateway) => {
      const { createSection } = await gateway.ask(NewSection, { branchId, name });
      if (createSection.section) onMade(createSection.section.id);
      return createSection;
    });
  return (
    <>
      <AskedOnce
        label={words.newSection}
        question={words.newSectionQuestion}
        disabled={action.isRunning}
        onYes={(fields) => make(writtenIn(fields, "name"))}
      >
        <Field label={words.sectionName} name="name" required maxLength={100} autoFocus />
      </AskedOnce>
      <Outcome of={action} />
    </>
  );
}
