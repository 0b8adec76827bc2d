import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";

import { useAction } from "../../gateway/use-action";
import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { Outcome } from "../../parts/outcome";
import { Question } from "../../parts/question";
import { useToast } from "../../parts/toasts";
import { mapOfKml } from "./map-of-kml";
import { ImportZones as Import } from "./operations";
import { compactMap, NO_ZONES, type ReadMap, shapeOf } from "./read-map";

interface Props {
  readonly branchId: string;
  /** How many zones exist now. */
  readonly count: number;
  readonly onDone: () => void;
}

/** Replaces the zones with those of a file exported from a map editor; asks first. */
export function ImportZones({ branchId, count, onDone }: Props) {
  const { zones: words } = useWords().branches;
  const [map, setMap] = useState<ReadMap>();
  const action = useImport(branchId, onDone);
  const read = (files: FileList | null) => {
    void files?.[0]?.text().then((text) => setMap(compactMap(text, mapOfKml)));
  };
  return (
    <>
      <div className="row">
        <FileTrigger acceptedFileTypes={[".geojson", ".json", ".kml"]} onSelect={read}>
          <Button isPending={action.isRunning}>{words.load}</Button>
        </FileTrigger>
        {count > 0 && (
          <Button look="danger" isDisabled={action.isRunning} onPress={() => setMap(NO_ZONES)}>
            {words.remove}
          </Button>
        )}
        <span className="small soft">{words.loadHint}</span>
      </div>
      <Outcome of={action} />
      {map && (
        <ReplaceQuestion
          map={map}
          count={count}
          onNo={() => setMap(undefined)}
          onYes={() => (setMap(undefined), action.put(map))}
        />
      )}
    </>
  );
}

interface QuestionProps extends Pick<Props, "count"> {
  readonly map: ReadMap;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

function ReplaceQuestion({ map: { shapes }, count, onNo, onYes }: QuestionProps) {
  const { zones: words } = useWords().branches;
  const isRemoval = shapes === 0;
  return (
    <Question
      title={isRemoval ? words.removeTitle : words.replaceTitle}
      consequence={isRemoval ? words.removeWhat : words.replaceWhat(shapes, count)}
      no={words.keep}
      yes={isRemoval ? words.removeYes : words.replaceYes}
      isDangerous={isRemoval}
      onNo={onNo}
      onYes={onYes}
    />
  );
}

function useImport(branchId: string, onDone: () => void) {
  const { zones: words } = useWords().branches;
  const { isRunning, failure, userErrors, run } = useAction(onDone);
  const toast = useToast();
  const put = ({ geoJson, shapes }: ReadMap) =>
    run(async (gateway) => {
      const { importDeliveryZones } = await gateway.ask(Import, { branchId, geoJson });
      const { userErrors } = importDeliveryZones;
      if (userErrors.length === 0) toast(shapes === 0 ? words.removed : words.loaded(shapes));
      const said = userErrors.map(({ field, message }) => {
        const shape = shapeOf(field);
        return { message: shape === null ? message : words.ofShape(shape, message) };
      });
      return { userErrors: said };
    });
  return { isRunning, failure, userErrors, put };
}
