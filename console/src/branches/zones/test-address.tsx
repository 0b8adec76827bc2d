import { type FormEvent } from "react";

import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { writtenIn } from "../../parts/written-in";
import { type Place } from "./place";

/** What iiko accepts, according to the limits of its API. */
const LONGEST = { city: 60, street: 60, house: 100 } as const;

/** Tests an address given as text: asks iiko where it is, as for a guest. */
export function TestAddress({ onPlace }: { onPlace: (place: Place) => void }) {
  const { zones: words } = useWords().branches;
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const written = (name: keyof typeof LONGEST) => writtenIn(fields, name);
    onPlace({ city: written("city") || null, street: written("street"), house: written("house") });
  };
  return (
    <form className="row test-place" onSubmit={look}>
      <Written name="city" label={words.city} required={false} />
      <Written name="street" label={words.street} width="wide" />
      <Written name="house" label={words.house} width="narrow" />
      <Button type="submit">{words.testAddress}</Button>
      <span className="small soft">{words.addressHint}</span>
    </form>
  );
}

interface Field {
  readonly name: keyof typeof LONGEST;
  readonly label: string;
  readonly width?: "wide" | "narrow";
  readonly required?: boolean;
}

function Written({ name, label, width, required = true }: Field) {
  return (
    <label className={width ? `field ${width}` : "field"}>
      {label}
      <input className="inp" name={name} required={required} maxLength={LONGEST[name]} />
    </label>
  );
}
