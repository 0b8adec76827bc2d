import { useState } from "react";

import { useAnswer } from "../../gateway/use-answer";
import { useWords } from "../../language/language";
import { FailureNote } from "../../parts/failure-note";
import { Icon } from "../../parts/icon";
import { useSession } from "../../session/session";
import { type Zone } from "./drawn-zone";
import { ImportZones } from "./import-zones";
import { DeliveryTo, Zones } from "./operations";
import { type Place, placeAt, pointOf } from "./place";
import { TestPlace } from "./test-place";
import { ZoneMap } from "./zone-map";
import { ZoneTable } from "./zone-table";

/** Where the branch delivers and on which terms; also tests a place. */
export function ZonesCard({ branchId }: { branchId: string }) {
  const { zones: words } = useWords().branches;
  const { isAdmin } = useSession();
  const { answer, failure, ask } = useAnswer(Zones, { branchId });
  const zones = answer?.branch?.deliveryZones;
  return (
    <section className="card" id="ZONES" aria-label={words.title}>
      <header>
        <Icon name="bike" />
        <h2>{words.title}</h2>
        {zones && zones.length > 0 && <span className="end small muted">{zones.length}</span>}
      </header>
      <div className="body stack">
        <FailureNote failure={failure} />
        {zones?.length === 0 && <p className="soft">{words.anywhere}</p>}
        {zones && zones.length > 0 && <ZonesWithTest branchId={branchId} zones={zones} />}
        {zones && isAdmin && <ImportZones branchId={branchId} count={zones.length} onDone={ask} />}
      </div>
    </section>
  );
}

function ZonesWithTest({ branchId, zones }: { branchId: string; zones: readonly Zone[] }) {
  const [place, setPlace] = useState<Place | null>(null);
  const asked = useAnswer(DeliveryTo, place && { branchId, address: place });
  const tried = asked.answer?.deliveryOptions.options[0];
  const point = pointOf(place);
  return (
    <>
      <ZoneMap
        zones={zones}
        chosen={tried?.zone ?? null}
        point={point}
        onPoint={(pressed) => setPlace(placeAt(pressed))}
      />
      <TestPlace point={point} onPlace={setPlace} asked={asked} />
      <ZoneTable zones={zones} />
    </>
  );
}
