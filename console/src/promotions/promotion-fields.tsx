import { type InputHTMLAttributes, type ReactNode, useId, useState } from "react";

import { useWords } from "../language/language";
import { type PromotionField } from "../language/promotions-words";
import { Segments } from "../parts/segments";
import { useScope } from "../session/scope";
import { Field } from "./field";
import { GiftField } from "./gift-field";

const KINDS = ["PERCENT", "SUM", "GIFT"] as const;
const FULFILMENTS = ["DELIVERY", "PICKUP", "DINE_IN"] as const;
const USUAL: readonly string[] = ["DELIVERY", "PICKUP"];

type Faults = Readonly<Record<string, readonly string[]>>;

interface Props {
  readonly branchId: string;
  readonly faults: Faults;
}

/** The terms of a new promotion, in the order in which people agree on them. */
export function PromotionFields({ branchId, faults }: Props) {
  const { promotions: words } = useWords();
  return (
    <>
      <Group title={words.groups.what}>
        <Text name="name" faults={faults} required maxLength={100} autoFocus />
        <Gives branchId={branchId} faults={faults} />
        <Text name="minimumSum" faults={faults} inputMode="decimal" />
      </Group>
      <When branchId={branchId} faults={faults} />
      <Group title={words.groups.whom}>
        <Tick name="oncePerCustomer">{words.once}</Tick>
        <Tick name="firstOrderOnly">{words.firstOnly}</Tick>
        <Tick name="combinable">{words.combinable}</Tick>
      </Group>
      <Group title={words.groups.limits}>
        <Text name="usageLimit" faults={faults} type="number" min={1} />
        <Text name="usesPerCode" faults={faults} type="number" min={1} />
      </Group>
      <Group title={words.groups.codes}>
        <Field
          name="codes"
          label={words.fields.codes}
          hint={words.hints.codes}
          faults={faults["codes"] ?? []}
        >
          {(control) => <textarea {...control} rows={3} autoComplete="off" />}
        </Field>
      </Group>
    </>
  );
}

function When({ branchId, faults }: Props) {
  const { promotions: words } = useWords();
  return (
    <Group title={words.groups.when}>
      <Text name="startsOn" faults={faults} type="date" />
      <Text name="endsOn" faults={faults} type="date" />
      <Ticks
        legend={words.facts.how}
        faults={faults["fulfilments"]}
        name="fulfilments"
        among={FULFILMENTS.map((value) => ({
          value,
          label: words.fulfilments[value],
          isOn: USUAL.includes(value),
        }))}
      />
      <BranchTicks faults={faults} branchId={branchId} />
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      <div className="body form-grid">{children}</div>
    </section>
  );
}

interface TextProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: PromotionField;
  readonly faults: Faults;
}

function Text({ name, faults, ...input }: TextProps) {
  const { promotions: words } = useWords();
  return (
    <Field
      name={name}
      label={words.fields[name]}
      hint={words.hints[name]}
      faults={faults[name] ?? []}
    >
      {(control) => <input autoComplete="off" {...input} {...control} />}
    </Field>
  );
}

/** Only the fields of the chosen kind. */
function Gives({ branchId, faults }: Props) {
  const { promotions: words } = useWords();
  const [kind, choose] = useState<(typeof KINDS)[number]>("PERCENT");
  return (
    <>
      <div className="field">
        <span className="label">{words.kind}</span>
        <Segments
          label={words.kind}
          value={kind}
          among={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChoose={choose}
        />
        <input type="hidden" name="kind" value={kind} />
      </div>
      {kind === "PERCENT" && (
        <Text name="percent" faults={faults} type="number" min={1} max={100} required />
      )}
      {kind === "SUM" && <Text name="sum" faults={faults} inputMode="decimal" required />}
      {kind === "GIFT" && (
        <>
          <GiftField branchId={branchId} faults={faults["giftArticle"] ?? []} />
          <Text
            name="giftQuantity"
            faults={faults}
            type="number"
            min={1}
            max={20}
            defaultValue={1}
          />
        </>
      )}
    </>
  );
}

function BranchTicks({ branchId, faults }: Props) {
  const { promotions: words } = useWords();
  const { branches } = useScope();
  if (branches.length < 2) return null;
  return (
    <Ticks
      legend={words.branches}
      faults={faults["branchIds"]}
      name="branchIds"
      among={branches.map(({ id, name }) => ({ value: id, label: name, isOn: id === branchId }))}
    />
  );
}

interface TicksProps {
  readonly legend: string;
  readonly name: string;
  readonly faults: readonly string[] | undefined;
  readonly among: readonly { value: string; label: string; isOn: boolean }[];
}

function Ticks({ legend, name, faults, among }: TicksProps) {
  return (
    <fieldset className="field" data-field={name}>
      <legend className="label">{legend}</legend>
      <div className="ticks">
        {among.map(({ value, label, isOn }) => (
          <label key={value} className="opt-b">
            <input
              className="tick"
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={isOn}
            />
            {label}
          </label>
        ))}
      </div>
      {faults && <span className="hint red">{faults.join(" ")}</span>}
    </fieldset>
  );
}

function Tick({ name, children }: { name: string; children: string }) {
  return (
    <label className="opt-b one">
      <input className="tick" type="checkbox" name={name} />
      {children.charAt(0).toUpperCase() + children.slice(1)}
    </label>
  );
}
