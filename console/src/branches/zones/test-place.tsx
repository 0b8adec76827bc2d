import { type FormEvent } from "react";

import { type Asked } from "../../gateway/use-answer";
import { useWords } from "../../language/language";
import { Badge } from "../../parts/badge";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/failure-note";
import { useSum } from "../../parts/use-sum";
import { writtenIn } from "../../parts/written-in";
import { type Position } from "./map-frame";
import { type DeliveryToAnswer } from "./operations";
import { type Place, placeAt } from "./place";
import { TestAddress } from "./test-address";

type Option = DeliveryToAnswer["deliveryOptions"]["options"][number];

interface Props {
  readonly point: Position | null;
  readonly onPlace: (place: Place) => void;
  readonly asked: Asked<DeliveryToAnswer>;
}

/** Tests a place as if a guest ordered from there. */
export function TestPlace({ point, onPlace, asked: { answer, failure } }: Props) {
  const { options, userErrors } = answer?.deliveryOptions ?? { options: [], userErrors: [] };
  const [option] = options;
  return (
    <>
      <TestPoint point={point} onPlace={onPlace} />
      <TestAddress onPlace={onPlace} />
      <div role="status">
        <FailureNote failure={failure} />
        {userErrors.map(({ message }) => (
          <p key={message} className="note bad">
            {message}
          </p>
        ))}
        {option && <Told option={option} />}
      </div>
    </>
  );
}

function TestPoint({ point, onPlace }: Pick<Props, "point" | "onPlace">) {
  const { zones: words } = useWords().branches;
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const written = (name: string) => Number(writtenIn(fields, name));
    onPlace(placeAt([written("longitude"), written("latitude")]));
  };
  const [longitude, latitude] = point ?? [];
  return (
    <form key={String(point)} className="row test-place" onSubmit={look}>
      <Degrees name="latitude" label={words.latitude} most={90} value={latitude} />
      <Degrees name="longitude" label={words.longitude} most={180} value={longitude} />
      <Button type="submit">{words.test}</Button>
      <span className="small soft">{words.testHint}</span>
    </form>
  );
}

function Degrees(props: { name: string; label: string; most: number; value: number | undefined }) {
  const { name, label, most, value } = props;
  return (
    <label className="field">
      {label}
      <input
        className="inp num"
        type="number"
        name={name}
        required
        step="any"
        min={-most}
        max={most}
        defaultValue={value}
      />
    </label>
  );
}

function Told({ option }: { option: Option }) {
  const { zones: words } = useWords().branches;
  const sum = useSum();
  const { served, zone, reason, fee, freeFrom, minimumSum, minutes } = option;
  const terms = [
    words.fee(Number(fee.amount) === 0 ? null : sum(fee)),
    freeFrom && words.freeFrom(sum(freeFrom)),
    minimumSum && words.from(sum(minimumSum)),
    minutes !== null && words.minutes(minutes),
  ].filter(Boolean);
  return (
    <p className="row">
      <Badge tone={served ? "green" : "amber"} icon={served ? "check" : "warn"}>
        {zone ?? (served ? words.served : words.notServed)}
      </Badge>
      <span>{served ? terms.join(", ") : reason?.message}</span>
    </p>
  );
}
